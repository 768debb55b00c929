package dev.muster.org;

import dev.muster.org.peer.GroupGrants;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Organizations and people that no other test uses. */
@ApplicationScoped
public class OrgFixtures {

    private static final AtomicLong USERS = new AtomicLong(500_000);

    private final Pool pool;
    private final MembershipRepository memberships;

    OrgFixtures(Pool pool, MembershipRepository memberships) {
        this.pool = pool;
        this.memberships = memberships;
    }

    /** A person's id. */
    public long user() {
        return USERS.incrementAndGet();
    }

    /** An active organization on the free plan; returns its id. */
    public long organization(String name) {
        return pool.preparedQuery("insert into organizations"
                        + " (name, slug, plan, color, active, version, created_at, updated_at)"
                        + " values ($1, 'test-' || currval('organizations_id_seq'), 'free', '#3498db', true, 0, now(),"
                        + " now()) returning id")
                .executeAndAwait(Tuple.of(name))
                .iterator()
                .next()
                .getLong("id");
    }

    /** An active membership of group 110 without permissions of its own. */
    public void member(long userId, long orgId) {
        member(userId, orgId, "active");
    }

    /** A membership of group 110 with the given status. */
    public void member(long userId, long orgId, String status) {
        pool.preparedQuery("insert into memberships (user_id, org_id, status, group_id, permissions, owner, developer,"
                        + " pilot, billing, branch_ids, default_account, version, created_at, updated_at)"
                        + " values ($1, $2, $3, 110, '{}', false, false, false, false, '{}', false, 0, now(), now())")
                .executeAndAwait(Tuple.of(userId, orgId, status));
    }

    /** So many active memberships of people whose ids follow the first one's. */
    public void membersFrom(long firstUserId, int members, long orgId) {
        pool.preparedQuery("insert into memberships (user_id, org_id, status, group_id, permissions, owner, developer,"
                        + " pilot, billing, branch_ids, default_account, version, created_at, updated_at)"
                        + " select id, $3, 'active', 110, '{}', false, false, false, false, '{}', false, 0, now(), now()"
                        + " from generate_series($1::bigint, $1 + $2 - 1) id")
                .executeAndAwait(Tuple.of(firstUserId, (long) members, orgId));
    }

    /** An owner, who is in the Administrator group. */
    public long owner(long orgId) {
        return memberWith(orgId, "owner = true, group_id = 100");
    }

    /** An administrator, who owns nothing. */
    public long administrator(long orgId) {
        return memberWith(orgId, "group_id = 100");
    }

    /** Someone of group 110 without permissions. */
    public long viewer(long orgId) {
        return memberWith(orgId, "group_id = 110");
    }

    /** A new person whose active membership has these columns. */
    public long memberWith(long orgId, String assignments) {
        long user = user();
        member(user, orgId);
        change(user, orgId, assignments);
        return user;
    }

    /** Columns of a membership as text: {@code "status, owner"} gives {@code "active true"}. */
    public String read(long userId, long orgId, String columns) {
        Row row = pool.preparedQuery("select " + columns + " from memberships where user_id = $1 and org_id = $2")
                .executeAndAwait(Tuple.of(userId, orgId))
                .iterator()
                .next();
        return IntStream.range(0, row.size())
                .mapToObj(i -> String.valueOf(row.getValue(i)))
                .collect(Collectors.joining(" "));
    }

    /** The one number that a query gives. */
    public long count(String sql, Object... parameters) {
        return pool.preparedQuery(sql)
                .executeAndAwait(Tuple.from(parameters))
                .iterator()
                .next()
                .getLong(0);
    }

    /** What people are in organizations, going by groups that come from elsewhere. */
    public ActiveMembers activeMembers(GroupGrants grants) {
        return new ActiveMembers(memberships, grants);
    }

    /** How many owners the organization has. */
    public long owners(long orgId) {
        return pool.preparedQuery("select count(*) from memberships where org_id = $1 and owner")
                .executeAndAwait(Tuple.of(orgId))
                .iterator()
                .next()
                .getLong(0);
    }

    /** Changes columns of a membership as a change elsewhere would: {@code "group_id = 100"}. */
    public void change(long userId, long orgId, String assignments) {
        pool.preparedQuery("update memberships set version = version + 1, " + assignments
                        + " where user_id = $1 and org_id = $2")
                .executeAndAwait(Tuple.of(userId, orgId));
    }

    /** Changes columns of an organization. */
    public void changeOrganization(long orgId, String assignments) {
        pool.preparedQuery("update organizations set " + assignments + " where id = $1")
                .executeAndAwait(Tuple.of(orgId));
    }
}
