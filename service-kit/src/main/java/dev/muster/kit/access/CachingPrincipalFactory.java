package dev.muster.kit.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Gives SmallRye JWT our verifier, which remembers tokens that it has verified. */
@Alternative
@Priority(1)
@ApplicationScoped
class CachingPrincipalFactory extends JWTCallerPrincipalFactory {

    private final TokenVerifier verifier;

    CachingPrincipalFactory(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        try {
            return new SessionPrincipal(verifier.verify(token));
        } catch (InvalidTokenException e) {
            throw new ParseException("The token is not accepted: " + e.getMessage());
        }
    }

    /** A verified token as SmallRye JWT sees it. */
    static final class SessionPrincipal extends DefaultJWTCallerPrincipal {

        private final VerifiedToken token;

        SessionPrincipal(VerifiedToken token) {
            super("JWT", token.claims());
            this.token = token;
        }

        VerifiedToken token() {
            return token;
        }
    }
}
