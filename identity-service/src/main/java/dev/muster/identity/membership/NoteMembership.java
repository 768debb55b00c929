package dev.muster.identity.membership;

import dev.muster.identity.company.CompanyUsers;
import dev.muster.identity.company.Membership;
import dev.muster.identity.company.MembershipStatus;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps the copy of a membership from which the directory's lists are read. Whoever was still to be activated and has lost
 * the last company that waited for them is not any more: the ticket in their mail is void.
 */
@ApplicationScoped
public class NoteMembership {

    private final CompanyUsers companyUsers;
    private final Tickets tickets;

    NoteMembership(CompanyUsers companyUsers, Tickets tickets) {
        this.companyUsers = companyUsers;
        this.tickets = tickets;
    }

    /** The membership is now as given; an older version than the one known changes nothing. */
    @WithTransaction
    Uni<Void> note(Membership membership) {
        Uni<Void> noted = companyUsers.put(membership);
        return membership.status() == MembershipStatus.INACTIVE
                ? noted.chain(() -> voidTicketOfNobody(new UserId(membership.userId())))
                : noted;
    }

    private Uni<Void> voidTicketOfNobody(UserId userId) {
        return companyUsers
                .isNowhere(userId)
                .chain(nowhere -> nowhere
                        ? tickets.voidOpen(userId, TicketKind.ACTIVATION)
                        : Uni.createFrom().voidItem());
    }
}
