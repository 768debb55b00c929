package dev.muster.session.closing;

import dev.muster.kit.id.UserId;
import dev.muster.session.MembershipFloors;
import dev.muster.session.SessionRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Closes a person's sessions because something about the person changed; safe to repeat. */
@ApplicationScoped
public class CloseUserSessions {

    private final SessionRepository sessions;
    private final MembershipFloors floors;

    CloseUserSessions(SessionRepository sessions, MembershipFloors floors) {
        this.sessions = sessions;
        this.floors = floors;
    }

    @WithTransaction
    Uni<Void> close(UserId userId, CloseUserSessionsRequest request) {
        return sessions.lockUser(userId)
                .chain(() -> raise(userId, request.version()))
                .chain(() -> sessions.closeAll(userId, request.except(), olderThan(request), request.reason()))
                .replaceWithVoid();
    }

    private Uni<Void> raise(UserId userId, Long version) {
        return version == null ? Uni.createFrom().voidItem() : floors.raiseStanding(userId, version);
    }

    private static long olderThan(CloseUserSessionsRequest request) {
        return request.version() == null ? Long.MAX_VALUE : request.version();
    }
}
