package dev.muster.identity.activation;

import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.company.CompanyUsers;
import dev.muster.identity.peer.Organizations;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.id.OrgId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells who would be activated with a ticket, and changes nothing. */
@ApplicationScoped
class FindActivation {

    private final UserRepository users;
    private final Tickets tickets;
    private final CompanyUsers companyUsers;
    private final Organizations organizations;

    FindActivation(UserRepository users, Tickets tickets, CompanyUsers companyUsers, Organizations organizations) {
        this.users = users;
        this.tickets = tickets;
        this.companyUsers = companyUsers;
        this.organizations = organizations;
    }

    private record Found(UserRow user, List<OrgId> companies) {}

    /** Fails with {@code NOT_FOUND} for a ticket that is unknown, used, voided or expired. */
    Uni<PendingUser> find(TicketLink link) {
        return Panache.withSession(() -> tickets.findGood(link.userId(), TicketKind.ACTIVATION, link.secret())
                        .map(ticket -> ticket.orElseThrow(TicketLink::spent))
                        .chain(() -> users.get(link.userId()))
                        .chain(user -> companyUsers
                                .pendingCompanies(link.userId())
                                .map(companies -> new Found(user, companies))))
                .chain(found -> named(found.companies()).map(companies -> new PendingUser(found.user(), companies)));
    }

    private Uni<List<PendingUser.Company>> named(List<OrgId> companies) {
        return Multi.createFrom()
                .iterable(companies)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> organizations.name(id).map(name -> new PendingUser.Company(id, name)))
                .collect()
                .asList();
    }
}
