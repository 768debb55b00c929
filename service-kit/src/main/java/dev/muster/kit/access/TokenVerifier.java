package dev.muster.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/**
 * Verifies a token's signature and claims once and remembers the verdict, so that a token costs one signature check per
 * process. Only RS256 with a published {@code kid} is accepted; keys named by the token itself are refused.
 */
@ApplicationScoped
class TokenVerifier {

    static final String GENERATION_CLAIM = "gen";
    static final String SESSION_CLAIM = "sid";

    /** Header parameters by which a token would bring or name its own key (RFC 7515, 4.1.2 to 4.1.8), or ask for more. */
    private static final Set<String> REFUSED_HEADERS = Set.of("jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256", "crit");

    private final VerificationKeys keys;
    private final Clock clock;
    private final TokenConfig config;
    private final Cache<TokenDigest, VerifiedToken> verified;

    TokenVerifier(VerificationKeys keys, TokenConfig tokens, AccessConfig access, Clock clock) {
        this.keys = keys;
        this.config = tokens;
        this.clock = clock;
        this.verified =
                Caffeine.newBuilder().maximumSize(access.tokenCacheSize()).build();
    }

    /** The token's content; a token that is altered, expired, foreign or signed with a retired key is refused. */
    VerifiedToken verify(String token) throws InvalidTokenException {
        TokenDigest digest = TokenDigest.of(token);
        VerifiedToken known = verified.getIfPresent(digest);
        if (known == null) {
            known = check(token);
            verified.put(digest, known);
        }
        if (!clock.instant().isBefore(known.expires())) {
            throw new InvalidTokenException("expired");
        }
        if (!keys.find(known.keyId()).map(known.key()::equals).orElse(false)) {
            throw new InvalidTokenException("signed with a retired key");
        }
        return known;
    }

    private VerifiedToken check(String token) throws InvalidTokenException {
        if (!CompactForm.isCanonical(token)) {
            throw new InvalidTokenException("not in canonical form");
        }
        try {
            JsonWebSignature jws = (JsonWebSignature) JsonWebStructure.fromCompactSerialization(token);
            PublicKey key = keyOf(jws);
            JwtClaims claims = consumer(key).processToClaims(token);
            return new VerifiedToken(
                    new UserId(Long.parseLong(claims.getSubject())),
                    new SessionId(claims.getStringClaimValue(SESSION_CLAIM)),
                    generation(claims),
                    jws.getKeyIdHeaderValue(),
                    key,
                    Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()),
                    claims);
        } catch (InvalidJwtException
                | MalformedClaimException
                | JoseException
                | IllegalArgumentException
                | ClassCastException e) {
            throw new InvalidTokenException(e.getClass().getSimpleName());
        }
    }

    private JwtConsumer consumer(PublicKey key) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                .setVerificationKey(key)
                .setExpectedIssuer(config.issuer())
                .setExpectedAudience(config.audience())
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                .build();
    }

    private static int generation(JwtClaims claims) throws InvalidTokenException {
        if (claims.getClaimValue(GENERATION_CLAIM) instanceof Long generation
                && generation >= 0
                && generation <= Integer.MAX_VALUE) {
            return generation.intValue();
        }
        throw new InvalidTokenException("no generation");
    }

    private PublicKey keyOf(JsonWebSignature jws) throws InvalidTokenException {
        for (String header : REFUSED_HEADERS) {
            if (jws.getHeaders().getObjectHeaderValue(header) != null) {
                throw new InvalidTokenException("the header " + header + " is refused");
            }
        }
        String keyId = jws.getKeyIdHeaderValue();
        if (keyId == null) {
            throw new InvalidTokenException("no key is named");
        }
        return keys.find(keyId).orElseThrow(() -> new InvalidTokenException("the key is not published"));
    }
}
