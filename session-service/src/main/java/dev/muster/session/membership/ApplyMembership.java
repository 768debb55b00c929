package dev.muster.session.membership;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.session.MembershipFloors;
import dev.muster.session.SessionRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Brings a changed membership into force on the open sessions that are active in its organization; safe to repeat. */
@ApplicationScoped
public class ApplyMembership {

    private static final String REASON = "membership_ended";

    private final SessionRepository sessions;
    private final MembershipFloors floors;

    ApplyMembership(SessionRepository sessions, MembershipFloors floors) {
        this.sessions = sessions;
        this.floors = floors;
    }

    /** The membership is now as given; an older version than one seen before changes nothing. */
    @WithTransaction
    Uni<Void> changed(UserId userId, Member member) {
        return sessions.lockUser(userId)
                .chain(() -> floors.raise(userId, member.orgId(), member.version()))
                .chain(() -> sessions.lockOlder(userId, member))
                .invoke(rows -> rows.forEach(row -> row.refresh(member)))
                .replaceWithVoid();
    }

    /** The membership is no longer active since this version; sessions that hold a newer one stay. */
    @WithTransaction
    Uni<Void> ended(UserId userId, OrgId orgId, Optional<Long> version) {
        return sessions.lockUser(userId)
                .chain(() -> floors.raise(userId, orgId, version.orElse(0L)))
                .chain(() -> sessions.closeIn(userId, orgId, version.orElse(Long.MAX_VALUE), REASON))
                .replaceWithVoid();
    }
}
