package dev.muster.session.signin;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import dev.muster.session.MembershipFloors;
import dev.muster.session.NewSession;
import dev.muster.session.SessionRepository;
import dev.muster.session.SessionRow;
import dev.muster.session.SignInAttempt;
import dev.muster.session.SignInOutcome;
import dev.muster.session.SignInWay;
import dev.muster.session.token.TokenIssuer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Signs a person in: identity-service verifies, org-service says where the session starts, one transaction writes the
 * session, the sign-in event and the audit log. Two remote calls and six statements.
 */
@ApplicationScoped
public class SignIn {

    private final IdentityService identity;
    private final OrgService organizations;
    private final SessionRepository sessions;
    private final MembershipFloors floors;
    private final SignInHistory history;
    private final SignInMetrics metrics;
    private final TokenIssuer tokens;

    SignIn(
            IdentityService identity,
            OrgService organizations,
            SessionRepository sessions,
            MembershipFloors floors,
            SignInHistory history,
            SignInMetrics metrics,
            TokenIssuer tokens) {
        this.identity = identity;
        this.organizations = organizations;
        this.sessions = sessions;
        this.floors = floors;
        this.history = history;
        this.metrics = metrics;
        this.tokens = tokens;
    }

    /** Opens a session; fails with {@link SignInRefusedException} when the person may not have one. */
    Uni<SignedIn> signIn(SignInWay way, SignInRequest request, Client client) {
        SignInAttempt attempt = client.attempt(way, request.email());
        return identity.verify(request, client.ip())
                .chain(verdict -> decide(verdict, attempt, client))
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> history.recordFailed(attempt, failure))
                .onItemOrFailure()
                .invoke(metrics::count);
    }

    private Uni<SignedIn> decide(CredentialVerdict verdict, SignInAttempt attempt, Client client) {
        return verdict.outcome() == SignInOutcome.SIGNED_IN
                ? admit(verdict, attempt, client)
                : refuse(verdict, attempt, client);
    }

    private Uni<SignedIn> refuse(CredentialVerdict verdict, SignInAttempt attempt, Client client) {
        long userId = verdict.userId() == null ? SignInHistory.NOBODY : verdict.userId();
        return history.record(userId, verdict.outcome(), attempt, client)
                .chain(() ->
                        Uni.createFrom().failure(new SignInRefusedException(verdict.outcome(), verdict.twoFactor())));
    }

    private Uni<SignedIn> admit(CredentialVerdict user, SignInAttempt attempt, Client client) {
        return organizations
                .defaultMember(new UserId(user.userId()))
                .map(start -> Start.of(start, user.secondFactorPassed()))
                .chain(start -> Panache.withTransaction(() -> open(user, start.member(), attempt, client))
                        .map(session -> new SignedIn(user, tokens.issue(session), start.message())));
    }

    /** What changed since the peers answered is not believed; the client's next try reads what is true then. */
    private Uni<SessionRow> open(
            CredentialVerdict user, Optional<Member> member, SignInAttempt attempt, Client client) {
        UserId userId = new UserId(user.userId());
        return sessions.lockUser(userId)
                .chain(() -> floors.requireCurrent(userId, member.orElse(null), standing(user)))
                .chain(() -> sessions.open(newSession(user, member, client)))
                .call(session -> history.recordOpened(session, attempt, client));
    }

    private static long standing(CredentialVerdict user) {
        return user.version() == 0 ? Long.MAX_VALUE : user.version();
    }

    private static NewSession newSession(CredentialVerdict user, Optional<Member> member, Client client) {
        return new NewSession(
                new UserId(user.userId()),
                false,
                user.secondFactorPassed(),
                user.networkRating(),
                user.pilotRating(),
                user.version(),
                client.browser().device(),
                client.ip(),
                member.orElse(null));
    }
}
