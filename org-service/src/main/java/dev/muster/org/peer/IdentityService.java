package dev.muster.org.peer;

import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.kit.service.PeerFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tells and asks identity-service; what it does not answer in time is {@code SERVICE_UNAVAILABLE}. */
@ApplicationScoped
public class IdentityService {

    private static final int BAD_REQUEST = 400;

    private final RemoteIdentityApi api;

    IdentityService(@RestClient RemoteIdentityApi api) {
        this.api = api;
    }

    /** The copy that identity-service keeps for its lists; an older version changes nothing there. */
    @Timeout(value = 500, unit = ChronoUnit.MILLIS)
    @Retry(maxRetries = 2, delay = 50, maxDuration = 1, durationUnit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "notCopied")
    public Uni<Void> copyMembership(MembershipView membership) {
        return api.copyMembership(membership.userId(), membership.orgId(), membership);
    }

    Uni<Void> notCopied(MembershipView membership, Throwable failure) {
        return Uni.createFrom().failure(unavailable(failure));
    }

    /** The person in the account API's words; one who is not there any more is {@link Problem#USER_NOT_FOUND}. */
    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 50, abortOn = ProblemException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = ProblemException.class)
    @Fallback(fallbackMethod = "notTold", skipOn = ProblemException.class)
    public Uni<PersonView> person(UserId userId) {
        return api.person(userId.value())
                .onFailure(PeerFailure::isNotFound)
                .transform(failure -> new ProblemException(Problem.USER_NOT_FOUND));
    }

    Uni<PersonView> notTold(UserId userId, Throwable failure) {
        return Uni.createFrom().failure(unavailable(failure));
    }

    /**
     * Whom the invitation went to. Asked once only: a second time would send a second mail. An address that is none is
     * invalid input, and one that has had its mails for now is {@link Problem#TOO_MANY_ATTEMPTS}; neither speaks against
     * identity-service.
     */
    @Timeout(value = 3, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = ProblemException.class)
    @Fallback(fallbackMethod = "notInvited", skipOn = ProblemException.class)
    public Uni<UserId> invite(InvitationOrder order) {
        return api.invite(order)
                .onFailure(failure -> PeerFailure.statusOf(failure) == BAD_REQUEST)
                .transform(failure ->
                        ProblemException.invalid("/email", "invalid_value", "This is no address that can be invited"))
                .onFailure(failure -> PeerFailure.statusOf(failure) == Problem.TOO_MANY_ATTEMPTS.status())
                .transform(IdentityService::unavailable)
                .map(invited -> new UserId(invited.userId()));
    }

    Uni<UserId> notInvited(InvitationOrder order, Throwable failure) {
        return Uni.createFrom().failure(unavailable(failure));
    }

    private static ProblemException unavailable(Throwable failure) {
        return PeerFailure.of("identity-service", failure);
    }
}
