package dev.muster.session;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Remembers the newest versions of memberships and of people's own standing that were pushed, so that a call under way
 * that read something older is not believed afterwards. Every method is for use under the user's lock.
 */
@ApplicationScoped
public class MembershipFloors {

    /** No organization has this id; it stands for the person as such. */
    private static final long STANDING = 0;

    private static final String RAISE = """
            insert into membership_floors (user_id, org_id, version, pushed_at) values (?1, ?2, ?3, ?4)
            on conflict (user_id, org_id) do update
            set version = greatest(membership_floors.version, excluded.version), pushed_at = excluded.pushed_at""";

    private static final String NEWER = """
            select count(*) from membership_floors
            where user_id = ?1 and (org_id = ?2 and version > ?3 or org_id = 0 and version > ?4)""";

    private final Clock clock;

    MembershipFloors(Clock clock) {
        this.clock = clock;
    }

    /** No older version of this membership is believed from now on. */
    public Uni<Void> raise(UserId userId, OrgId orgId, long version) {
        return raise(userId, orgId.value(), version);
    }

    /** No older version of this person's standing is believed from now on. */
    public Uni<Void> raiseStanding(UserId userId, long version) {
        return raise(userId, STANDING, version);
    }

    private Uni<Void> raise(UserId userId, long orgId, long version) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RAISE)
                        .setParameter(1, userId.value())
                        .setParameter(2, orgId)
                        .setParameter(3, version)
                        .setParameter(4, clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Fails as unavailable, to be tried again, when a newer version of the membership (null for none) was pushed. */
    public Uni<Void> requireCurrent(UserId userId, Member member) {
        return requireCurrent(userId, member, Long.MAX_VALUE);
    }

    /** The same for the membership and the person's standing together; one statement. */
    public Uni<Void> requireCurrent(UserId userId, Member member, long standing) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEWER, Long.class)
                        .setParameter(1, userId.value())
                        .setParameter(
                                2, member == null ? STANDING : member.orgId().value())
                        .setParameter(3, member == null ? Long.MAX_VALUE : member.version())
                        .setParameter(4, standing)
                        .getSingleResult())
                .invoke(newer -> {
                    if (newer > 0) {
                        throw ProblemException.unavailable("The account, which is changing,", null);
                    }
                })
                .replaceWithVoid();
    }
}
