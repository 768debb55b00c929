package dev.muster.session.token;

import dev.muster.kit.access.TokenConfig;
import dev.muster.session.SessionRow;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Signs the token of a session's present generation; it ends with the session's absolute limit. */
@ApplicationScoped
public class TokenIssuer {

    private final SigningKeys keys;
    private final TokenConfig config;
    private final Clock clock;

    TokenIssuer(SigningKeys keys, TokenConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** Costs one RSA signature, about a millisecond; fails as unavailable before the first key is loaded. */
    public String issue(SessionRow session) {
        SigningKey key = keys.current();
        return Jwt.issuer(config.issuer())
                .audience(config.audience())
                .subject(session.userId().toString())
                .issuedAt(clock.instant())
                .expiresAt(session.endsAt())
                .claim("sid", session.id().value())
                .claim("gen", session.generation())
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(key.id())
                .sign(key.privateKey());
    }
}
