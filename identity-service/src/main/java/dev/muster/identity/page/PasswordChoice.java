package dev.muster.identity.page;

import dev.muster.identity.Password;
import dev.muster.identity.UserRow;
import dev.muster.identity.ticket.TicketLink;
import io.smallrye.mutiny.Uni;

/** What one kind of link by which a person chooses a password has of its own. */
public interface PasswordChoice {

    /** Whose password the link would set; fails with {@code NOT_FOUND} for one that works no more. */
    Uni<Chooser> find(TicketLink link);

    /** Sets it, once; {@code INVALID_INPUT} for a password that is refused, which leaves the link good. */
    Uni<Void> choose(TicketLink link, Password password);

    /** What the page says before. */
    Page asking(Chooser chooser, PageMessages words);

    /** What it says afterwards. */
    Page done(UserRow user, PageMessages words);
}
