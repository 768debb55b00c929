package dev.muster.identity.company;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserRow;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The copies of memberships; each method is one statement in the caller's session. Whatever adds a membership waits for
 * whoever has locked the person, and adds none to somebody who is being erased.
 */
@ApplicationScoped
public class CompanyUsers {

    private static final String PUT = """
            insert into company_users (org_id, user_id, version, status, group_id, permissions, owner, employee_id,
                                       cost_centre_id, branch_ids, name_key, email_key, joined)
            select ?1, id, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, company_user_name_key(first_name, last_name), email_key,
                   ?4 = 'active'
            from users where id = ?2 for share
            on conflict (org_id, user_id) do update
            set version = excluded.version, status = excluded.status, group_id = excluded.group_id,
                permissions = excluded.permissions, owner = excluded.owner, employee_id = excluded.employee_id,
                cost_centre_id = excluded.cost_centre_id, branch_ids = excluded.branch_ids,
                joined = excluded.joined or (company_users.joined and company_users.status <> 'pending')
            where company_users.version <= excluded.version
            """;

    private static final String ADMIT = """
            insert into company_users (org_id, user_id, version, status, group_id, permissions, owner, employee_id,
                                       cost_centre_id, branch_ids, name_key, email_key, joined)
            select ?1, id, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, company_user_name_key(first_name, last_name), email_key,
                   ?4 = 'active'
            from users where id = ?2 for share
            on conflict (org_id, user_id) do update
            set status = excluded.status, group_id = excluded.group_id, permissions = excluded.permissions,
                owner = excluded.owner, employee_id = excluded.employee_id,
                cost_centre_id = excluded.cost_centre_id, branch_ids = excluded.branch_ids
            where company_users.status = 'inactive'
            """;

    private static final String VISIBLE = """
            from UserRow user
            where user.emailKey = ?1
              and (user.id = ?2 or exists (
                  select 1 from CompanyUserRow company
                  where company.orgId = ?3 and company.userId = user.id
                    and (company.status = ?4 or company.status = ?5 and user.activatedAt is null)))
            """;

    private static final String TAKE_IN = """
            update company_users set status = 'active', joined = true
            where user_id = ?1 and status = 'pending' and (cast(?2 as bigint) is null or org_id = ?2)
            returning org_id
            """;

    private static final String TIES = """
            select coalesce(bool_or(org_id <> ?2), false), coalesce(bool_or(?3 = any (permissions)), false)
            from company_users where user_id = ?1 and status <> 'inactive'
            """;

    private static final String OPERATES = """
            select exists (
                select from company_users where user_id = ?1 and status <> 'inactive' and ?2 = any (permissions))
            """;

    private static final String PENDING =
            "select org_id from company_users where user_id = ?1 and status = 'pending' order by org_id";

    private static final String IS_NOWHERE =
            "select not exists (select 1 from company_users where user_id = ?1 and status <> 'inactive')";

    /** Notes the membership unless a newer one is known; of an unknown person nothing is noted. */
    public Uni<Void> put(Membership membership) {
        return write(PUT, membership);
    }

    /**
     * Notes what org-service was ordered to do, as it will do it: whoever is in already, or waits to be, stays as they
     * are. The version stays too, so that whatever org-service tells replaces this.
     */
    public Uni<Void> admit(UserId userId, Admission admission) {
        return write(ADMIT, admission.of(userId));
    }

    private static Uni<Void> write(String sql, Membership membership) {
        return session()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter(1, membership.orgId())
                        .setParameter(2, membership.userId())
                        .setParameter(3, membership.version())
                        .setParameter(4, membership.status().word())
                        .setParameter(5, membership.groupId())
                        .setParameter(6, membership.permissions().toArray(String[]::new))
                        .setParameter(7, membership.owner())
                        .setParameter(8, membership.employeeId())
                        .setParameter(9, membership.costCentreId())
                        .setParameter(10, membership.branchIds().toArray(String[]::new))
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** The companies that wait for the person. */
    public Uni<List<OrgId>> pendingCompanies(UserId userId) {
        return session()
                .chain(session -> session.createNativeQuery(PENDING, Long.class)
                        .setParameter(1, userId.value())
                        .getResultList())
                .map(CompanyUsers::orgIds);
    }

    /** Whether the person neither is in a company nor waits to be in one. */
    public Uni<Boolean> isNowhere(UserId userId) {
        return session()
                .chain(session -> session.createNativeQuery(IS_NOWHERE, Boolean.class)
                        .setParameter(1, userId.value())
                        .getSingleResult());
    }

    /** The companies in which the person was still pending and is active from now on; one company, or all for null. */
    public Uni<List<OrgId>> takeIn(UserId userId, OrgId only) {
        return session()
                .chain(session -> session.createNativeQuery(TAKE_IN, Long.class)
                        .setParameter(1, userId.value())
                        .setParameter(2, only == null ? null : only.value())
                        .getResultList())
                .map(CompanyUsers::orgIds);
    }

    /**
     * What ties the person to others than the company: memberships that are active or wait for them, and the permission
     * of operators in any of them, also while it waits.
     */
    public Uni<Ties> ties(UserId userId, OrgId company, String operatorPermission) {
        return session()
                .chain(session -> session.createNativeQuery(TIES, Object[].class)
                        .setParameter(1, userId.value())
                        .setParameter(2, company.value())
                        .setParameter(3, operatorPermission)
                        .getSingleResult())
                .map(row -> new Ties((Boolean) row[0], (Boolean) row[1]));
    }

    /** Whether the person operates the platform by a membership, or will by one that waits for them. */
    public Uni<Boolean> operates(UserId userId, String operatorPermission) {
        return session()
                .chain(session -> session.createNativeQuery(OPERATES, Boolean.class)
                        .setParameter(1, userId.value())
                        .setParameter(2, operatorPermission)
                        .getSingleResult());
    }

    private static List<OrgId> orgIds(List<Long> ids) {
        return ids.stream().map(OrgId::new).toList();
    }

    /** The person's membership in the company, whatever its status. */
    public Uni<Optional<Membership>> find(OrgId orgId, UserId userId) {
        return findRow(orgId, userId).map(found -> found.map(CompanyUserRow::membership));
    }

    /** The person's row in the company, whatever its status. */
    Uni<Optional<CompanyUserRow>> findRow(OrgId orgId, UserId userId) {
        return session()
                .chain(session -> session.find(CompanyUserRow.class, new CompanyUserKey(orgId.value(), userId.value())))
                .map(Optional::ofNullable);
    }

    /**
     * The person with this address if that is the caller, or somebody who is in the company, or waits to be and has no
     * account but for that; null for a caller who may look into none.
     */
    public Uni<Optional<UserRow>> findVisible(EmailAddress email, UserId caller, OrgId orgId) {
        return session()
                .chain(session -> session.createQuery(VISIBLE, UserRow.class)
                        .setParameter(1, email.key())
                        .setParameter(2, caller.value())
                        .setParameter(3, orgId == null ? null : orgId.value())
                        .setParameter(4, MembershipStatus.ACTIVE)
                        .setParameter(5, MembershipStatus.PENDING)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
