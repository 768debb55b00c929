package dev.muster.identity.invitation;

import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.company.CompanyUsers;
import dev.muster.identity.peer.ActivateMember;
import dev.muster.identity.peer.Organizations;
import dev.muster.identity.peer.PeerOrders;
import dev.muster.identity.ticket.Ticket;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.outbox.OutboxId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Makes the person an active member of the organization that invited them. */
@ApplicationScoped
public class AcceptInvitation {

    private final UserRepository users;
    private final Tickets tickets;
    private final CompanyUsers companyUsers;
    private final Organizations organizations;
    private final ActivateMember activateMember;
    private final PeerOrders orders;

    AcceptInvitation(
            UserRepository users,
            Tickets tickets,
            CompanyUsers companyUsers,
            Organizations organizations,
            ActivateMember activateMember,
            PeerOrders orders) {
        this.users = users;
        this.tickets = tickets;
        this.companyUsers = companyUsers;
        this.organizations = organizations;
        this.activateMember = activateMember;
        this.orders = orders;
    }

    /** What a link offers; changes nothing. Fails with {@code NOT_FOUND} for one that works no more or was revoked. */
    Uni<OfferedMembership> find(TicketLink link) {
        return Panache.withSession(() -> tickets.findGood(link.userId(), TicketKind.INVITATION, link.secret())
                        .map(ticket -> ticket.orElseThrow(TicketLink::spent))
                        .call(this::requirePending)
                        .chain(ticket -> users.get(link.userId()).map(user -> offered(user, ticket))))
                .chain(offered -> organizations
                        .name(offered.orgId())
                        .map(name -> new OfferedMembership(offered.user(), offered.orgId(), name)));
    }

    private Uni<Void> requirePending(Ticket ticket) {
        return companyUsers
                .pendingCompanies(ticket.userId())
                .invoke(companies -> {
                    if (!companies.contains(organizationOf(ticket))) {
                        throw TicketLink.spent();
                    }
                })
                .replaceWithVoid();
    }

    private static OfferedMembership offered(UserRow user, Ticket ticket) {
        return new OfferedMembership(user, organizationOf(ticket), Optional.empty());
    }

    private static OrgId organizationOf(Ticket ticket) {
        return new OrgId(Long.parseLong(ticket.subject()));
    }

    /** Works once; an invitation that was revoked meanwhile is {@code NOT_FOUND} like one that was used. */
    Uni<Void> accept(TicketLink link) {
        return Panache.withTransaction(() -> tickets.use(link.userId(), TicketKind.INVITATION, link.secret())
                        .map(ticket -> ticket.orElseThrow(TicketLink::spent))
                        .chain(this::order))
                .chain(orders::carryOut);
    }

    private Uni<List<OutboxId>> order(Ticket ticket) {
        return companyUsers
                .takeIn(ticket.userId(), organizationOf(ticket))
                .invoke(companies -> {
                    if (companies.isEmpty()) {
                        throw TicketLink.spent();
                    }
                })
                .chain(companies -> activateMember.order(ticket.userId(), companies));
    }
}
