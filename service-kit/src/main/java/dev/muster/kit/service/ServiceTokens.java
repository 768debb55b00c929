package dev.muster.kit.service;

import dev.muster.kit.access.CompactForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Makes and checks the tokens of calls between services: bound to one receiver, good for one minute. */
@ApplicationScoped
public class ServiceTokens {

    private static final String TYPE = "service+jwt";
    private static final String ISSUER = "muster-services";
    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(20);
    private static final int CLOCK_SKEW_SECONDS = 10;
    private static final int SHORTEST_SECRET_BYTES = 32;

    private final String self;
    private final Clock clock;
    private final Key signingKey;
    private final List<Key> acceptedKeys;
    private final ConcurrentHashMap<String, Minted> minted = new ConcurrentHashMap<>();

    ServiceTokens(
            ServiceTokenConfig config, @ConfigProperty(name = "quarkus.application.name") String self, Clock clock) {
        this.self = self;
        this.clock = clock;
        this.signingKey = key("muster.service-token.secret", config.secret());
        this.acceptedKeys = new ArrayList<>(List.of(signingKey));
        config.previousSecret()
                .map(secret -> key("muster.service-token.previous-secret", secret))
                .ifPresent(acceptedKeys::add);
    }

    private static Key key(String name, String secret) {
        byte[] bytes = Base64.getDecoder().decode(secret);
        if (bytes.length < SHORTEST_SECRET_BYTES) {
            throw new IllegalStateException(name + " must hold at least " + SHORTEST_SECRET_BYTES + " bytes");
        }
        return new HmacKey(bytes);
    }

    private JwtConsumer consumer(Key key) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
                .setVerificationKey(key)
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(self)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(CLOCK_SKEW_SECONDS, (int) LIFETIME.toSeconds() + CLOCK_SKEW_SECONDS)
                .setMaxFutureValidityInMinutes(2)
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                .build();
    }

    /** A token that the named service, and no other, accepts from this one. */
    public String forAudience(String service) {
        Instant now = clock.instant();
        return minted.compute(
                        service,
                        (name, present) -> present == null || present.endsSoon(now) ? mint(name, now) : present)
                .token();
    }

    private Minted mint(String audience, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(self);
        claims.setAudience(audience);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
        JsonWebSignature jws = new JsonWebSignature();
        jws.setHeader("typ", TYPE);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setPayload(claims.toJson());
        jws.setKey(signingKey);
        try {
            return new Minted(jws.getCompactSerialization(), now.plus(LIFETIME));
        } catch (JoseException e) {
            throw new IllegalStateException("A service token could not be signed", e);
        }
    }

    /** The name of the service that made the token, or empty when it is not good here and now. */
    Optional<String> verify(String token) {
        if (!CompactForm.isCanonical(token)) {
            return Optional.empty();
        }
        return acceptedKeys.stream()
                .map(key -> verify(token, key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> verify(String token, Key key) {
        try {
            return Optional.of(consumer(key).processToClaims(token).getSubject());
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private record Minted(String token, Instant expires) {

        boolean endsSoon(Instant now) {
            return expires.minus(RENEW_BEFORE_END).isBefore(now);
        }
    }
}
