package dev.muster.kit.access;

import dev.muster.kit.access.CachingPrincipalFactory.SessionPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns a verified token into a caller with the powers of its session as they are now, or refuses it. */
@ApplicationScoped
class SessionAugmentor implements SecurityIdentityAugmentor {

    private final LiveSessions sessions;
    private final SessionUses uses;
    private final AccessConfig config;

    SessionAugmentor(LiveSessions sessions, SessionUses uses, AccessConfig config) {
        this.sessions = sessions;
        this.uses = uses;
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof SessionPrincipal principal)) {
            return Uni.createFrom().item(identity);
        }
        VerifiedToken token = principal.token();
        return sessions.open(token.userId(), token.sessionId(), token.generation())
                .map(open -> caller(principal, open.orElseThrow(AuthenticationFailedException::new)));
    }

    private SecurityIdentity caller(SessionPrincipal principal, LiveSession session) {
        uses.record(session);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRoles(session.powers(config.operatorPermission()))
                .addAttribute(CurrentCaller.ATTRIBUTE, session)
                .build();
    }
}
