package dev.muster.session.signin;

import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.session.SignInAttempt;
import dev.muster.session.SignInOutcome;
import dev.muster.session.SignInWay;
import dev.muster.session.token.TokenIssuer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives a person with the right FSD password a token for FSD servers. It opens no session, and no service of ours takes
 * it: FSD is a plaintext protocol, so what travels over it must open nothing else. One remote call, three statements.
 */
@ApplicationScoped
public class IssueFsdToken {

    private final IdentityService identity;
    private final SignInHistory history;
    private final TokenIssuer tokens;

    IssueFsdToken(IdentityService identity, SignInHistory history, TokenIssuer tokens) {
        this.identity = identity;
        this.history = history;
        this.tokens = tokens;
    }

    /** Wrong and unknown are the same {@link Problem#UNAUTHENTICATED}; suspended is {@link Problem#FORBIDDEN}. */
    Uni<String> issue(FsdTokenRequest request, Client client) {
        SignInAttempt attempt = client.attempt(SignInWay.FSD, request.cid());
        UserId userId = new UserId(request.userId());
        return identity.verifyFsd(userId, request.password(), client.ip())
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> history.recordFailed(attempt, failure))
                .chain(verdict -> decide(verdict, userId, attempt, client));
    }

    private Uni<String> decide(FsdVerdict verdict, UserId userId, SignInAttempt attempt, Client client) {
        return switch (verdict.verdict()) {
            case OK ->
                history.record(userId.value(), SignInOutcome.SIGNED_IN, attempt, client)
                        .map(done -> tokens.issueFsd(userId, verdict.networkRating(), verdict.pilotRating()));
            case BARRED ->
                history.record(userId.value(), SignInOutcome.BARRED, attempt, client)
                        .chain(() -> refuse(new ProblemException(Problem.FORBIDDEN, "This account may not connect")));
            case WRONG ->
                history.recordFailed(
                        attempt, SignInOutcome.REFUSED, ProblemException.badCredentials("Incorrect CID or password"));
            case THROTTLED -> history.recordFailed(attempt, ProblemException.tooManyAttempts(verdict.retryAfter()));
        };
    }

    private static Uni<String> refuse(ProblemException reason) {
        return Uni.createFrom().failure(reason);
    }
}
