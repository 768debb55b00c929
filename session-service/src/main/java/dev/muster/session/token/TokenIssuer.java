package dev.muster.session.token;

import dev.muster.kit.access.TokenConfig;
import dev.muster.kit.id.UserId;
import dev.muster.session.SessionRow;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Signs the tokens of sessions, which end with the session's absolute limit or, where they are renewed, before, and those for FSD servers. */
@ApplicationScoped
public class TokenIssuer {

    private static final String FSD_AUDIENCE = "fsd";

    /** Long enough to connect with, short enough that a suspension bites: contract, "Network API". */
    private static final Duration FSD_LIFETIME = Duration.ofMinutes(7);

    private final SigningKeys keys;
    private final TokenConfig config;
    private final AuthConfig auth;
    private final Clock clock;

    TokenIssuer(SigningKeys keys, TokenConfig config, AuthConfig auth, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.auth = auth;
        this.clock = clock;
    }

    /** The token of the session's present generation. Costs one RSA signature, about a millisecond; fails as unavailable before the first key is loaded. */
    public SessionToken issue(SessionRow session) {
        SigningKey key = keys.current();
        Instant now = clock.instant();
        Instant expires =
                session.isRenewable() ? earlier(now.plus(auth.accessToken()), session.endsAt()) : session.endsAt();
        String text = Jwt.issuer(config.issuer())
                .audience(config.audience())
                .subject(session.userId().toString())
                .issuedAt(now)
                .expiresAt(expires)
                .claim("sid", session.id().value())
                .claim("gen", session.generation())
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(key.id())
                .sign(key.privateKey());
        return new SessionToken(text, Duration.between(now, expires));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * A token for FSD servers, which read the CID, the controller rating and the pilot rating from it. It names no
     * session and another audience, so that no service takes it for a session's token.
     */
    public String issueFsd(UserId userId, int networkRating, int pilotRating) {
        SigningKey key = keys.current();
        Instant now = clock.instant();
        return Jwt.issuer(config.issuer())
                .audience(FSD_AUDIENCE)
                .subject(userId.toString())
                .issuedAt(now)
                .expiresAt(now.plus(FSD_LIFETIME))
                .claim("controller_rating", networkRating)
                .claim("pilot_rating", pilotRating)
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(key.id())
                .sign(key.privateKey());
    }
}
