package dev.muster.identity.peer;

import dev.muster.identity.company.CompanyUserKey;
import dev.muster.identity.company.CompanyUsers;
import dev.muster.identity.company.Membership;
import dev.muster.identity.company.MembershipStatus;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.outbox.OutboxMessage;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Has org-service make a pending member an active one; doing it twice changes nothing. */
@ApplicationScoped
public class ActivateMember implements OutboxHandler {

    static final String KIND = "membership.activation";

    private final Memberships memberships;
    private final CompanyUsers companyUsers;
    private final PeerOrders orders;

    ActivateMember(Memberships memberships, CompanyUsers companyUsers, PeerOrders orders) {
        this.memberships = memberships;
        this.companyUsers = companyUsers;
        this.orders = orders;
    }

    /** Orders it in the caller's transaction, for each of the companies. */
    public Uni<List<OutboxId>> order(UserId userId, List<OrgId> companies) {
        return Multi.createFrom()
                .iterable(companies)
                .onItem()
                .transformToUniAndConcatenate(company -> order(userId, company))
                .collect()
                .asList();
    }

    private Uni<OutboxId> order(UserId userId, OrgId company) {
        return orders.append(KIND, userId, company, new CompanyUserKey(company.value(), userId.value()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        CompanyUserKey key = message.as(CompanyUserKey.class);
        OrgId orgId = new OrgId(key.orgId());
        UserId userId = new UserId(key.userId());
        return memberships
                .activate(orgId, userId)
                .onFailure(ActivateMember::isUnknown)
                .recoverWithUni(unknown -> giveUpIfEnded(orgId, userId, unknown));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof ProblemException refused && refused.problem() == Problem.USER_NOT_FOUND;
    }

    /** A member whom org-service does not know may have left again, or the order to take them in is still under way. */
    private Uni<Void> giveUpIfEnded(OrgId orgId, UserId userId, Throwable unknown) {
        return Panache.withSession(() -> companyUsers.find(orgId, userId))
                .map(copy -> copy.map(Membership::status).orElse(MembershipStatus.INACTIVE))
                .chain(status -> status == MembershipStatus.INACTIVE
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(unknown));
    }
}
