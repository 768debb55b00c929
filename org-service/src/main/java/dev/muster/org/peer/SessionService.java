package dev.muster.org.peer;

import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.kit.service.PeerFailure;
import dev.muster.org.peer.RemoteSessionMoveApi.MoveRequest;
import dev.muster.org.peer.RemoteSessionMoveApi.MovedView;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tells session-service where people are active; what it does not answer in time is {@code SERVICE_UNAVAILABLE}. */
@ApplicationScoped
public class SessionService {

    /** The circuit breaker of {@link #move}. */
    public static final String MOVES = "session-service.moves";

    private final RemoteSessionMoveApi api;

    SessionService(@RestClient RemoteSessionMoveApi api) {
        this.api = api;
    }

    /**
     * Moves the session to the member's organization and gives its new token. Asked once only: a second time would
     * find the session moved. A session that is closed or has moved is {@link Problem#UNAUTHENTICATED}, one that lacks
     * a required second factor {@link Problem#SECOND_FACTOR_REQUIRED}.
     */
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = ProblemException.class)
    @CircuitBreakerName(MOVES)
    @Fallback(fallbackMethod = "notMoved", skipOn = ProblemException.class)
    public Uni<String> move(LiveSession session, Member member, boolean secondFactorRequired) {
        return api.move(
                        session.userId().value(),
                        session.id().value(),
                        new MoveRequest(session.generation(), member, secondFactorRequired))
                .onFailure(WebApplicationException.class)
                .transform(SessionService::refusal)
                .map(MovedView::token);
    }

    Uni<String> notMoved(LiveSession session, Member member, boolean secondFactorRequired, Throwable failure) {
        return Uni.createFrom().failure(unavailable(failure));
    }

    /** What the person's open sessions in the organization may do from now on; an older version changes nothing. */
    @Timeout(value = 500, unit = ChronoUnit.MILLIS)
    @Retry(maxRetries = 2, delay = 50, maxDuration = 1, durationUnit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "notUpdated")
    public Uni<Void> updateMember(UserId userId, Member member) {
        return api.updateMember(userId.value(), member.orgId().value(), member);
    }

    Uni<Void> notUpdated(UserId userId, Member member, Throwable failure) {
        return Uni.createFrom().failure(unavailable(failure));
    }

    /** The person's membership has ended with this version, and with it their open sessions in the organization. */
    @Timeout(value = 500, unit = ChronoUnit.MILLIS)
    @Retry(maxRetries = 2, delay = 50, maxDuration = 1, durationUnit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "notRemoved")
    public Uni<Void> removeMember(UserId userId, OrgId orgId, long version) {
        return api.removeMember(userId.value(), orgId.value(), version);
    }

    Uni<Void> notRemoved(UserId userId, OrgId orgId, long version, Throwable failure) {
        return Uni.createFrom().failure(unavailable(failure));
    }

    private static ProblemException unavailable(Throwable failure) {
        return PeerFailure.of("session-service", failure);
    }

    private static Throwable refusal(Throwable failure) {
        WebApplicationException answer = (WebApplicationException) failure;
        return switch (PeerFailure.statusOf(answer)) {
            case 404 -> ProblemException.unauthenticated();
            case 403 -> demandsSecondFactor(answer) ? new ProblemException(Problem.SECOND_FACTOR_REQUIRED) : failure;
            default -> failure;
        };
    }

    private static boolean demandsSecondFactor(WebApplicationException answer) {
        try {
            String code = new JsonObject(answer.getResponse().readEntity(String.class)).getString("code");
            return Problem.SECOND_FACTOR_REQUIRED.name().equals(code);
        } catch (DecodeException | ClassCastException e) {
            return false;
        }
    }
}
