package dev.muster.identity.peer;

import dev.muster.identity.company.Admission;
import dev.muster.identity.peer.MembershipApi.MemberOrder;
import dev.muster.identity.peer.MembershipApi.MemberOrders;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.outbox.OutboxMessage;
import dev.muster.kit.outbox.OutboxRejection;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Has org-service take people in; doing it twice changes nothing. */
@ApplicationScoped
public class TakeIn implements OutboxHandler {

    static final String KIND = "memberships";

    private final Memberships memberships;
    private final PeerOrders orders;

    /** The order as the outbox keeps it. */
    @RegisterForReflection
    record Order(long orgId, List<MemberOrder> members) {}

    TakeIn(Memberships memberships, PeerOrders orders) {
        this.memberships = memberships;
        this.orders = orders;
    }

    /** Orders it in the caller's transaction. */
    public Uni<OutboxId> order(UserId userId, Admission admission) {
        Order order = new Order(admission.orgId().value(), List.of(member(userId, admission)));
        return orders.append(KIND, "member:" + userId + ":" + admission.orgId(), order);
    }

    private static MemberOrder member(UserId userId, Admission admission) {
        return new MemberOrder(
                userId.value(),
                UUID.randomUUID().toString(),
                admission.groupId(),
                admission.permissions(),
                admission.status().word(),
                admission.employeeId(),
                admission.costCentreId(),
                admission.branchIds());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        Order order = message.as(Order.class);
        return memberships
                .takeIn(new OrgId(order.orgId()), new MemberOrders(order.members()))
                .onFailure(TakeIn::isPointless)
                .transform(refused -> new OutboxRejection("org-service refused: " + refused.getMessage()));
    }

    /** An organization that has ended takes nobody in, however often it is asked. */
    private static boolean isPointless(Throwable failure) {
        return failure instanceof ProblemException refused && refused.problem() == Problem.ORGANIZATION_NOT_FOUND;
    }
}
