package dev.muster.session;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Remembers the newest membership versions that were pushed, so that nothing older is believed afterwards. */
@ApplicationScoped
public class MembershipFloors {

    private final Clock clock;

    MembershipFloors(Clock clock) {
        this.clock = clock;
    }

    /** Nothing older than this version is believed from now on; call it under the user's lock. */
    public Uni<Void> raise(UserId userId, OrgId orgId, long version) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into membership_floors (user_id, org_id, version, pushed_at)
                                values (?1, ?2, ?3, ?4)
                                on conflict (user_id, org_id) do update
                                set version = greatest(membership_floors.version, excluded.version),
                                    pushed_at = excluded.pushed_at""")
                        .setParameter(1, userId.value())
                        .setParameter(2, orgId.value())
                        .setParameter(3, version)
                        .setParameter(4, clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether this version is at least the newest one that was pushed; call it under the user's lock. */
    public Uni<Boolean> reaches(UserId userId, OrgId orgId, long version) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from membership_floors"
                                        + " where user_id = ?1 and org_id = ?2 and version > ?3",
                                Long.class)
                        .setParameter(1, userId.value())
                        .setParameter(2, orgId.value())
                        .setParameter(3, version)
                        .getSingleResult())
                .map(newer -> newer == 0);
    }
}
