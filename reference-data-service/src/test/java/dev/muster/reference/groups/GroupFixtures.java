package dev.muster.reference.groups;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Organizations with groups of their own. */
@ApplicationScoped
class GroupFixtures {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(7_000);

    private final Pool pool;

    GroupFixtures(Pool pool) {
        this.pool = pool;
    }

    /** An organization that no other test uses. */
    long organization() {
        return ORGANIZATIONS.incrementAndGet();
    }

    /** Adds a group and returns its id. */
    long add(long orgId, String name, boolean staff, String... permissions) {
        return pool.preparedQuery("insert into user_groups (org_id, id, name, staff, permissions)"
                        + " values ($1, nextval('user_group_ids'), $2, $3, $4) returning id")
                .executeAndAwait(Tuple.of(orgId, name, staff, permissions))
                .iterator()
                .next()
                .getLong("id");
    }

    void rename(long orgId, long id, String name) {
        pool.preparedQuery("update user_groups set name = $3 where org_id = $1 and id = $2")
                .executeAndAwait(Tuple.of(orgId, id, name));
    }
}
