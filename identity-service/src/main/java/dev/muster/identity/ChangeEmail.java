package dev.muster.identity;

import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;

/** Starts the change of a person's own e-mail address; every way in that offers it comes here. */
public interface ChangeEmail {

    /**
     * Sends the mails that confirm the change. Fails with {@code INVALID_INPUT} naming {@code pointer} for an address that
     * is none, {@code WRONG_PASSWORD} for a wrong password, {@code TOO_MANY_ATTEMPTS} when it was wrong too often.
     */
    Uni<Void> change(UserId userId, Password password, EmailAddress wanted, ClientNetwork network, String pointer);

    /**
     * Offers the person an address that a company entered for them: the same mails, and the address comes into force only
     * when its reader confirms it while the company may still decide about it. Joins the caller's transaction.
     */
    Uni<Void> offer(UserId userId, EmailAddress wanted, OrgId company);

    /** Joins the caller's session; fails with {@code TOO_MANY_ATTEMPTS} when an offer would. */
    Uni<Void> requireMayOffer(UserId userId);
}
