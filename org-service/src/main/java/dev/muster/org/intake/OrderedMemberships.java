package dev.muster.org.intake;

import dev.muster.kit.id.OrgId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Writes the memberships that were ordered: one statement for all of them. */
@ApplicationScoped
class OrderedMemberships {

    /**
     * The orders come as one JSON parameter, because lists of different lengths do not fit into one array of arrays.
     * Of a row that is new the version is 0, of one that was taken in again it is higher.
     */
    private static final String TAKE_IN = """
            insert into memberships as present
                (user_id, org_id, status, group_id, permissions, owner, developer, pilot, billing, employee_id,
                 cost_centre_id, branch_ids, default_account, version, created_at, updated_at, last_order)
            select user_id, ?1, status, group_id, permissions, false, false, false, false, employee_id,
                   cost_centre_id, branch_ids, false, 0, ?2, ?2, order_id
            from jsonb_to_recordset(cast(cast(?3 as text) as jsonb)) as ordered (
                user_id bigint, order_id uuid, status text, group_id bigint, permissions text[], employee_id text,
                cost_centre_id text, branch_ids text[])
            order by user_id
            on conflict (user_id, org_id) do update set
                status = excluded.status, group_id = excluded.group_id, permissions = excluded.permissions,
                developer = false, pilot = false, billing = false, employee_id = excluded.employee_id,
                base_id = null, supervisor_id = null, cost_centre_id = excluded.cost_centre_id,
                branch_ids = excluded.branch_ids, version = present.version + 1, updated_at = excluded.updated_at,
                last_order = excluded.last_order
            where present.status = 'inactive' and present.last_order is distinct from excluded.last_order
            returning case when version > 0 then user_id end
            """;

    /** In the caller's transaction; the people who had been members before and are taken in again. */
    Uni<List<Long>> takeIn(OrgId orgId, List<MemberOrderRequest> orders, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_IN, Long.class)
                        .setParameter(1, orgId.value())
                        .setParameter(2, now)
                        .setParameter(3, json(orders))
                        .getResultList())
                .map(people -> people.stream().filter(Objects::nonNull).toList());
    }

    private static String json(List<MemberOrderRequest> orders) {
        JsonArray rows = new JsonArray();
        orders.forEach(order -> rows.add(new JsonObject()
                .put("user_id", order.userId())
                .put("order_id", order.orderId().toString())
                .put("status", order.status())
                .put("group_id", order.groupId())
                .put(
                        "permissions",
                        new JsonArray(
                                order.permissions().stream().distinct().sorted().toList()))
                .put("employee_id", order.employeeId())
                .put("cost_centre_id", order.costCentreId())
                .put("branch_ids", new JsonArray(order.branchIds()))));
        return rows.encode();
    }
}
