package dev.muster.identity.company;

import dev.muster.identity.UserRow;
import dev.muster.kit.id.OrgId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Lists a company's people part by part. Each part is two statements whose cost depends on the length of the part and
 * not on the size of the company: one walks an index from where the last part ended, one fetches the rows found.
 */
@ApplicationScoped
public class ListCompanyUsers {

    private static final String BY_ID = """
            select user_id from company_users where org_id = ?1 and user_id > ?2 and %s order by user_id limit ?3
            """;

    /** A character behind all others, so that a prefix and it bound what starts with the prefix. */
    static final String BEHIND_ALL = Character.toString(Character.MAX_CODE_POINT);

    /**
     * Walks the names and the addresses that start alike, in one order. A person who is found by both belongs to the
     * first of them; the second is walked over and left out. Each walk has one lower bound, the position: PostgreSQL
     * would begin at the looser of two and read all that lies between.
     *
     * <p>Whoever has not accepted, as {@link CompanyUser#hasNotAccepted()} says it, is found by the address alone. They are
     * left out while the names are walked: the position where a part ends is a name too.
     */
    private static final String BY_PREFIX = """
            select term, user_id, %1$s and not (other >= ?2 and other < ?3 and other < term) as shown from (
                (select name_key as term, user_id, email_key as other, status from company_users
                 where org_id = ?1 and name_key < ?3 and (name_key, user_id) > (?4, ?5) and not %2$s
                 order by name_key, user_id limit ?6)
                union all
                (select email_key, user_id, case when %2$s then '' else name_key end, status from company_users
                 where org_id = ?1 and email_key < ?3 and (email_key, user_id) > (?4, ?5)
                 order by email_key, user_id limit ?6)) as walked
            order by term, user_id limit ?6
            """;

    private static final String NOT_ACCEPTED = """
            ((status = 'pending' or status = 'inactive' and not joined)
             and (select activated_at is not null from users where id = user_id))""";

    private static final String ROWS = """
            select copy, user from CompanyUserRow copy join UserRow user on user.id = copy.userId
            where copy.orgId = :org and copy.userId in (:ids)
            """;

    /** The part of the list after the person with this id, by id. */
    @WithSession
    public Uni<CompanyPage> byId(OrgId orgId, Standing standing, long after, int limit) {
        return session()
                .chain(session -> session.createNativeQuery(BY_ID.formatted(standing.condition()), Long.class)
                        .setParameter(1, orgId.value())
                        .setParameter(2, after)
                        .setParameter(3, limit + 1)
                        .getResultList())
                .chain(ids -> load(orgId, ids.subList(0, Math.min(limit, ids.size())))
                        .map(users -> new CompanyPage(
                                users,
                                ids.size() > limit
                                        ? Optional.of(ids.get(limit - 1).toString())
                                        : Optional.empty())));
    }

    /**
     * The part of those whose name or address starts with the prefix, in alphabetical order. A part may be shorter than
     * the limit though another follows.
     */
    @WithSession
    public Uni<CompanyPage> byPrefix(OrgId orgId, Standing standing, String prefix, SearchPosition after, int limit) {
        SearchPosition start = after.within(prefix);
        return session()
                .chain(session -> session.createNativeQuery(byPrefix(standing), Object[].class)
                        .setParameter(1, orgId.value())
                        .setParameter(2, prefix)
                        .setParameter(3, prefix + BEHIND_ALL)
                        .setParameter(4, start.term())
                        .setParameter(5, start.userId())
                        .setParameter(6, limit)
                        .getResultList())
                .chain(walked -> load(orgId, shown(walked)).map(users -> new CompanyPage(users, end(walked, limit))));
    }

    static String byPrefix(Standing standing) {
        return BY_PREFIX.formatted(standing.condition(), NOT_ACCEPTED);
    }

    private static List<Long> shown(List<Object[]> walked) {
        return walked.stream()
                .filter(row -> Boolean.TRUE.equals(row[2]))
                .map(row -> ((Number) row[1]).longValue())
                .toList();
    }

    private static Optional<String> end(List<Object[]> walked, int limit) {
        if (walked.size() < limit) {
            return Optional.empty();
        }
        Object[] last = walked.get(walked.size() - 1);
        return Optional.of(new SearchPosition((String) last[0], ((Number) last[1]).longValue()).text());
    }

    private Uni<List<CompanyUser>> load(OrgId orgId, List<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session()
                .chain(session -> session.createSelectionQuery(ROWS, Object[].class)
                        .setParameter("org", orgId.value())
                        .setParameter("ids", ids)
                        .getResultList())
                .map(rows -> inOrder(ids, rows));
    }

    private static List<CompanyUser> inOrder(List<Long> ids, List<Object[]> rows) {
        Map<Long, CompanyUser> byId = new HashMap<>();
        for (Object[] row : rows) {
            UserRow user = (UserRow) row[1];
            byId.put(user.id, CompanyUser.of(user, (CompanyUserRow) row[0]));
        }
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
