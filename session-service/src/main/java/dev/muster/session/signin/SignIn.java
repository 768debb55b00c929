package dev.muster.session.signin;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import dev.muster.session.MembershipFloors;
import dev.muster.session.NewSession;
import dev.muster.session.SessionRepository;
import dev.muster.session.SessionRow;
import dev.muster.session.token.TokenIssuer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Signs a person in: identity-service verifies, org-service says where the session starts, one transaction writes the
 * session and the sign-in event. Two remote calls and four statements.
 */
@ApplicationScoped
public class SignIn {

    private final IdentityService identity;
    private final OrgService organizations;
    private final SessionRepository sessions;
    private final MembershipFloors floors;
    private final SignInHistory history;
    private final TokenIssuer tokens;

    SignIn(
            IdentityService identity,
            OrgService organizations,
            SessionRepository sessions,
            MembershipFloors floors,
            SignInHistory history,
            TokenIssuer tokens) {
        this.identity = identity;
        this.organizations = organizations;
        this.sessions = sessions;
        this.floors = floors;
        this.history = history;
        this.tokens = tokens;
    }

    /** Opens a session; fails with {@link SignInRefusedException} when the person may not have one. */
    Uni<SignedIn> signIn(String email, String password, Client client) {
        return identity.verify(email, password, client.ip()).chain(verdict -> openFor(verdict, client));
    }

    private Uni<SignedIn> openFor(CredentialVerdict user, Client client) {
        if (!user.accepted()) {
            return Uni.createFrom().failure(new SignInRefusedException());
        }
        return organizations
                .defaultMember(new UserId(user.userId()))
                .chain(member -> open(user, member, client))
                .map(session -> new SignedIn(user, tokens.issue(session)));
    }

    private Uni<SessionRow> open(CredentialVerdict user, Optional<Member> member, Client client) {
        UserId userId = new UserId(user.userId());
        return Panache.withTransaction(() -> sessions.lockUser(userId)
                .chain(() -> requireCurrent(userId, member))
                .chain(() -> sessions.open(newSession(user, member, client)))
                .call(session -> history.record(session, client)));
    }

    /** A membership that changed since org-service answered is not believed; the client's next try reads the new one. */
    private Uni<Void> requireCurrent(UserId userId, Optional<Member> member) {
        if (member.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return floors.reaches(userId, member.get().orgId(), member.get().version())
                .invoke(current -> {
                    if (!current) {
                        throw ProblemException.unavailable("The membership, which is changing,", null);
                    }
                })
                .replaceWithVoid();
    }

    private static NewSession newSession(CredentialVerdict user, Optional<Member> member, Client client) {
        return new NewSession(
                new UserId(user.userId()),
                false,
                false,
                user.networkRating(),
                user.pilotRating(),
                client.device(),
                client.ip(),
                member.orElse(null));
    }
}
