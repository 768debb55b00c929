package dev.muster.identity.creation;

import dev.muster.identity.UserRow;
import dev.muster.identity.mail.MailKind;
import dev.muster.identity.mail.Recipient;
import dev.muster.identity.mail.SendMail;
import dev.muster.identity.throttle.InvitationMails;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.id.OrgId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks somebody for their consent to become an active member, by a mail that fits how far their account is. */
@ApplicationScoped
public class InviteToJoin {

    private final InviteToActivate inviteToActivate;
    private final InvitationMails invitationMails;
    private final Tickets tickets;
    private final SendMail sendMail;

    InviteToJoin(
            InviteToActivate inviteToActivate, InvitationMails invitationMails, Tickets tickets, SendMail sendMail) {
        this.inviteToActivate = inviteToActivate;
        this.invitationMails = invitationMails;
        this.tickets = tickets;
        this.sendMail = sendMail;
    }

    /**
     * Voids an older ticket for the same organization. Joins the caller's transaction. Fails with
     * {@code TOO_MANY_ATTEMPTS} when the person's address got too many of these mails, of whatever organization.
     */
    public Uni<Void> invite(UserRow user, OrgId orgId, String organizationName) {
        return user.activatedAt == null
                ? inviteToActivate.invite(user)
                : invitationMails
                        .take(user.emailAddress())
                        .chain(() -> tickets.issue(user.userId(), TicketKind.INVITATION, orgId.toString()))
                        .chain(ticket ->
                                sendMail.send(MailKind.INVITATION, Recipient.of(user), organizationName, ticket));
    }
}
