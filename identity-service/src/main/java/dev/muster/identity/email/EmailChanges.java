package dev.muster.identity.email;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.EmailStatus;
import dev.muster.identity.UserEmails;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.company.CompanyReach;
import dev.muster.identity.ticket.Ticket;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** How a person's address changes in their row; all in the caller's transaction, one person's changes one at a time. */
@ApplicationScoped
class EmailChanges {

    /** The subject of a confirmation that the person asked for; that of another is the company which offered it. */
    static final String OWN = "";

    private final UserRepository users;
    private final CompanyReach companyReach;
    private final Clock clock;

    EmailChanges(UserRepository users, CompanyReach companyReach, Clock clock) {
        this.users = users;
        this.companyReach = companyReach;
        this.clock = clock;
    }

    /** Fails as for a used link when the address was offered by a company that may not decide about it any more. */
    Uni<Void> requireStillOffered(UserRow user, Ticket ticket) {
        if (ticket.kind() != TicketKind.EMAIL_CONFIRMATION || ticket.subject().equals(OWN)) {
            return Uni.createFrom().voidItem();
        }
        return companyReach
                .requireMayMoveEmail(user, new OrgId(Long.parseLong(ticket.subject())))
                .onFailure(ProblemException.class)
                .transform(refused -> TicketLink.spent());
    }

    /** The person, whose address nobody else changes until this transaction ends; an unknown one has no tickets. */
    Uni<UserRow> lock(UserId userId) {
        return users.lock(userId).onItem().ifNull().failWith(TicketLink::spent);
    }

    /** The other address awaits confirmation; this one stays in force. */
    void await(UserRow user, EmailAddress wanted) {
        user.pendingEmail = wanted.text();
        user.emailStatus = EmailStatus.UNCONFIRMED;
        user.updatedAt = clock.instant();
    }

    /** The address is in force and proven; {@code EMAIL_TAKEN} when somebody else has it by now. */
    Uni<Void> settle(UserRow user, EmailAddress address) {
        user.email = address.text();
        user.emailKey = address.key();
        user.emailStatus = EmailStatus.CONFIRMED;
        user.pendingEmail = null;
        user.updatedAt = clock.instant();
        return Panache.getSession()
                .chain(session -> session.flush())
                .onFailure(UserEmails::isTaken)
                .transform(taken ->
                        new ProblemException(Problem.EMAIL_TAKEN, "This address belongs to another account by now"));
    }
}
