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
import dev.muster.session.token.RefreshFamily;
import dev.muster.session.token.RefreshToken;
import dev.muster.session.token.RefreshTokens;
import dev.muster.session.token.TokenIssuer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Signs a person in: identity-service verifies, org-service says where the session starts, one transaction writes the
 * session, the sign-in event, the audit log and perhaps a refresh token. Two remote calls and six or seven statements.
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
    private final RefreshTokens refreshTokens;

    SignIn(
            IdentityService identity,
            OrgService organizations,
            SessionRepository sessions,
            MembershipFloors floors,
            SignInHistory history,
            SignInMetrics metrics,
            TokenIssuer tokens,
            RefreshTokens refreshTokens) {
        this.identity = identity;
        this.organizations = organizations;
        this.sessions = sessions;
        this.floors = floors;
        this.history = history;
        this.metrics = metrics;
        this.tokens = tokens;
        this.refreshTokens = refreshTokens;
    }

    /** What an attempt came with, and what the session's refresh tokens would share; null for one that is not renewed. */
    private record Visit(SignInAttempt attempt, Client client, RefreshFamily family) {}

    /** A session with its first refresh token, null for one that is not renewed. */
    private record Opened(SessionRow session, RefreshToken refreshToken) {}

    /** Opens a session with one token; fails with {@link SignInRefusedException} when the person may not have one. */
    Uni<SignedIn> signIn(SignInWay way, Credentials shown, Client client) {
        return signIn(shown, new Visit(client.attempt(way, shown.identifier()), client, null));
    }

    /** The same for a session whose token is short and renewed; it ends sooner when the client is not remembered. */
    Uni<SignedIn> signInRenewably(SignInWay way, Credentials shown, Client client, boolean remembered) {
        RefreshFamily family = refreshTokens.newFamily(remembered);
        return signIn(shown, new Visit(client.attempt(way, shown.identifier()), client, family));
    }

    private Uni<SignedIn> signIn(Credentials shown, Visit visit) {
        return identity.verify(shown, visit.client().ip())
                .chain(verdict -> decide(verdict, visit))
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> history.recordFailed(visit.attempt(), failure))
                .onItemOrFailure()
                .invoke(metrics::count);
    }

    private Uni<SignedIn> decide(CredentialVerdict verdict, Visit visit) {
        return verdict.outcome() == SignInOutcome.SIGNED_IN ? admit(verdict, visit) : refuse(verdict, visit);
    }

    private Uni<SignedIn> refuse(CredentialVerdict verdict, Visit visit) {
        long userId = verdict.userId() == null ? SignInHistory.NOBODY : verdict.userId();
        return history.record(userId, verdict.outcome(), visit.attempt(), visit.client())
                .chain(() ->
                        Uni.createFrom().failure(new SignInRefusedException(verdict.outcome(), verdict.twoFactor())));
    }

    private Uni<SignedIn> admit(CredentialVerdict user, Visit visit) {
        return organizations
                .defaultMember(new UserId(user.userId()))
                .map(start -> Start.of(start, user.secondFactorPassed()))
                .chain(start -> Panache.withTransaction(() -> open(user, start.member(), visit))
                        .map(opened -> signedIn(user, opened, start.message())));
    }

    private SignedIn signedIn(CredentialVerdict user, Opened opened, String message) {
        return new SignedIn(user, tokens.issue(opened.session()), opened.refreshToken(), message);
    }

    /** What changed since the peers answered is not believed; the client's next try reads what is true then. */
    private Uni<Opened> open(CredentialVerdict user, Optional<Member> member, Visit visit) {
        UserId userId = new UserId(user.userId());
        return sessions.lockUser(userId)
                .chain(() -> floors.requireCurrent(userId, member.orElse(null), standing(user)))
                .chain(() -> sessions.open(newSession(user, member, visit)))
                .call(session -> history.recordOpened(session, visit.attempt(), visit.client()))
                .chain(session -> firstRefreshToken(session, visit.family()).map(first -> new Opened(session, first)));
    }

    private static long standing(CredentialVerdict user) {
        return user.version() == 0 ? Long.MAX_VALUE : user.version();
    }

    private Uni<RefreshToken> firstRefreshToken(SessionRow session, RefreshFamily family) {
        return family == null ? Uni.createFrom().nullItem() : refreshTokens.first(session, family);
    }

    private static NewSession newSession(CredentialVerdict user, Optional<Member> member, Visit visit) {
        return new NewSession(
                new UserId(user.userId()),
                false,
                user.secondFactorPassed(),
                user.networkRating(),
                user.pilotRating(),
                user.version(),
                visit.client().browser().device(),
                visit.client().ip(),
                member.orElse(null),
                visit.family() == null ? null : visit.family().renewal());
    }
}
