package dev.muster.identity.peer;

import dev.muster.identity.company.Admission;
import dev.muster.identity.peer.MembershipApi.MemberOrder;
import dev.muster.identity.peer.MembershipApi.MemberOrders;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxEntry;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.outbox.OutboxMessage;
import dev.muster.kit.outbox.OutboxRejection;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Has org-service take people in; doing it twice changes nothing. */
@ApplicationScoped
public class TakeIn implements OutboxHandler {

    static final String KIND = "memberships";

    /** org-service takes 1000 at most; fewer stay far below its deadline while it has other work. */
    private static final int MOST_MEMBERS = 250;

    /** Half of what org-service reads. */
    private static final long LARGEST_ORDER = 512 * 1024;

    private static final long FIXED_SIZE = 800;

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
        return orders.append(KIND, userId, admission.orgId(), order);
    }

    /**
     * The outbox's rows for many people of one company, to be appended together: few enough rows that each is a call of
     * moderate size to org-service.
     *
     * @param batch names the people as a whole, so that no two batches share a row's key
     */
    public List<OutboxEntry> entries(String batch, OrgId orgId, Map<UserId, Admission> admissions) {
        List<OutboxEntry> entries = new ArrayList<>();
        List<MemberOrder> part = new ArrayList<>();
        long size = 0;
        for (Map.Entry<UserId, Admission> admission : admissions.entrySet()) {
            MemberOrder member = member(admission.getKey(), admission.getValue());
            if (part.size() == MOST_MEMBERS || size + sizeOf(member) > LARGEST_ORDER) {
                entries.add(entry(batch, entries.size(), orgId, part));
                part = new ArrayList<>();
                size = 0;
            }
            part.add(member);
            size += sizeOf(member);
        }
        if (!part.isEmpty()) {
            entries.add(entry(batch, entries.size(), orgId, part));
        }
        return entries;
    }

    private static OutboxEntry entry(String batch, int number, OrgId orgId, List<MemberOrder> members) {
        return new OutboxEntry(KIND, "members:" + batch + ":" + number, new Order(orgId.value(), List.copyOf(members)));
    }

    /** About as many bytes as the order has on the wire: four at most for each character. */
    private static long sizeOf(MemberOrder member) {
        long characters = Stream.concat(member.permissions().stream(), member.branchIds().stream())
                .mapToLong(text -> text.length() + 3L)
                .sum();
        return FIXED_SIZE + 4 * characters;
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
