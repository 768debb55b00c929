package dev.muster.testkit.access;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** A peer service that calls {@code /internal/**} of the service under test. */
public final class ServiceCaller {

    static final String SECRET =
            Base64.getEncoder().encodeToString("thirty-two bytes, known to tests".getBytes(StandardCharsets.US_ASCII));

    private ServiceCaller() {}

    /** A request with a good service token for the named receiver. */
    public static RequestSpecification to(String receiver) {
        return RestAssured.given().header("Authorization", "Bearer " + token(receiver, claims -> {}));
    }

    /** A service token for the named receiver whose claims the test may bend first. */
    public static String token(String receiver, Consumer<JwtClaims> bend) {
        JwtClaims claims = claims(receiver);
        bend.accept(claims);
        return sign(claims, jws -> {});
    }

    /** The claims of a good service token. */
    public static JwtClaims claims(String receiver) {
        Instant now = Instant.now();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("muster-services");
        claims.setSubject("test-service");
        claims.setAudience(receiver);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plusSeconds(60).getEpochSecond()));
        return claims;
    }

    /** Signs claims; the test may bend the header first. */
    public static String sign(JwtClaims claims, Consumer<JsonWebSignature> bend) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setHeader("typ", "service+jwt");
        jws.setAlgorithmHeaderValue("HS256");
        jws.setPayload(claims.toJson());
        jws.setKey(new HmacKey(Base64.getDecoder().decode(SECRET)));
        bend.accept(jws);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
