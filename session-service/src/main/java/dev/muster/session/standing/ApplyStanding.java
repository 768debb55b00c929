package dev.muster.session.standing;

import dev.muster.kit.id.UserId;
import dev.muster.session.MembershipFloors;
import dev.muster.session.SessionRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings a person's changed standing into force on all of the person's open sessions; safe to repeat. */
@ApplicationScoped
public class ApplyStanding {

    private static final String REASON = "user_not_active";

    private final SessionRepository sessions;
    private final MembershipFloors floors;

    ApplyStanding(SessionRepository sessions, MembershipFloors floors) {
        this.sessions = sessions;
        this.floors = floors;
    }

    /** The standing is now as given; an older version than one seen before changes nothing. */
    @WithTransaction
    Uni<Void> apply(UserId userId, StandingRequest standing) {
        return sessions.lockUser(userId)
                .chain(() -> floors.raiseStanding(userId, standing.version()))
                .chain(() -> standing.allowsSessions() ? rate(userId, standing) : close(userId, standing))
                .replaceWithVoid();
    }

    private Uni<Integer> rate(UserId userId, StandingRequest standing) {
        return sessions.rate(userId, standing.version(), standing.networkRating(), standing.pilotRating());
    }

    private Uni<Integer> close(UserId userId, StandingRequest standing) {
        return sessions.closeAll(userId, null, standing.version(), REASON);
    }
}
