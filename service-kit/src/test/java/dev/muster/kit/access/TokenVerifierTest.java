package dev.muster.kit.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final MovableTime SIGNING_TIME = new MovableTime();
    private static final Signer SIGNER = new Signer("key-1", SIGNING_TIME);
    private static final Signer STRANGER = new Signer("key-1", SIGNING_TIME);

    private final MovableTime time = new MovableTime();
    private final VerificationKeys keys = new VerificationKeys();
    private final TokenVerifier verifier = new TokenVerifier(keys, Signer.CONFIG, Limits.SMALL, time);

    @BeforeEach
    void publishTheKey() {
        keys.replace(Signer.jwks(SIGNER));
    }

    @Test
    void aGoodTokenTellsItsSession() throws InvalidTokenException {
        VerifiedToken token = verifier.verify(SIGNER.good());

        assertThat(token.userId().value()).isEqualTo(100_001);
        assertThat(token.sessionId().value()).isEqualTo("session-1");
        assertThat(token.generation()).isEqualTo(1);
    }

    static Stream<Arguments> bentClaims() {
        return Stream.of(
                claims("no expiry", claims -> claims.unsetClaim("exp")),
                claims("no issue time", claims -> claims.unsetClaim("iat")),
                claims("no session", claims -> claims.unsetClaim("sid")),
                claims("no generation", claims -> claims.unsetClaim("gen")),
                claims("no subject", claims -> claims.unsetClaim("sub")),
                claims("no audience", claims -> claims.unsetClaim("aud")),
                claims("no issuer", claims -> claims.unsetClaim("iss")),
                claims("another audience", claims -> claims.setAudience("others")),
                claims("another issuer", claims -> claims.setIssuer("https://evil.test")),
                claims("expired", claims -> claims.setExpirationTime(secondsFromNow(-1))),
                claims("expiring now", claims -> claims.setExpirationTime(secondsFromNow(0))),
                claims("not yet valid", claims -> claims.setNotBefore(secondsFromNow(60))),
                claims("subject is no id", claims -> claims.setSubject("admin")),
                claims("subject is negative", claims -> claims.setSubject("-5")),
                claims("subject is a number", claims -> claims.setClaim("sub", 5)),
                claims("session is blank", claims -> claims.setClaim("sid", " ")),
                claims("session is a list", claims -> claims.setClaim("sid", List.of("a"))),
                claims("generation is text", claims -> claims.setClaim("gen", "1")),
                claims("generation is broken", claims -> claims.setClaim("gen", 1.5)),
                claims("generation overflows", claims -> claims.setClaim("gen", 4_294_967_297L)),
                claims("expiry is text", claims -> claims.setClaim("exp", "tomorrow")));
    }

    private static Arguments claims(String name, Consumer<JwtClaims> bend) {
        return Arguments.of(name, bend);
    }

    private static NumericDate secondsFromNow(long seconds) {
        return NumericDate.fromSeconds(SIGNING_TIME.instant().getEpochSecond() + seconds);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bentClaims")
    @DisplayName("R26 claims that are missing or wrong")
    void aTokenWithABentClaimIsRefused(String name, Consumer<JwtClaims> bend) {
        refused(SIGNER.withClaims(bend));
    }

    static Stream<Arguments> bentHeaders() {
        String certificate = "MIIB";
        return Stream.of(
                header("HS256 with the public key", jws -> {
                    jws.setAlgorithmHeaderValue("HS256");
                    jws.setKey(new HmacKey(SIGNER.key().getPublicKey().getEncoded()));
                }),
                header("HS256 with the published key", jws -> {
                    jws.setAlgorithmHeaderValue("HS256");
                    jws.setKey(new HmacKey(Signer.jwks(SIGNER).getBytes(UTF_8)));
                }),
                header("RS512", jws -> jws.setAlgorithmHeaderValue("RS512")),
                header("RS384", jws -> jws.setAlgorithmHeaderValue("RS384")),
                header("PS256", jws -> jws.setAlgorithmHeaderValue("PS256")),
                header("jku", jws -> jws.setHeader("jku", "https://evil.test/keys")),
                header("x5u", jws -> jws.setHeader("x5u", "https://evil.test/cert")),
                header("x5c", jws -> jws.getHeaders().setObjectHeaderValue("x5c", List.of(certificate))),
                header("x5t", jws -> jws.setHeader("x5t", certificate)),
                header("x5t#S256", jws -> jws.setHeader("x5t#S256", certificate)),
                header("jwk", jws -> jws.getHeaders().setJwkHeaderValue("jwk", SIGNER.key())),
                header("crit", jws -> jws.setCriticalHeaderNames("b64")),
                header("crit of the unknown", jws -> {
                    jws.setHeader("muster", "1");
                    jws.setCriticalHeaderNames("muster");
                }),
                header("no kid", jws -> jws.getHeaders().setObjectHeaderValue("kid", null)),
                header("empty kid", jws -> jws.setKeyIdHeaderValue("")),
                header("unknown kid", jws -> jws.setKeyIdHeaderValue("key-2")),
                header("a path as kid", jws -> jws.setKeyIdHeaderValue("../../key-1")),
                header("a list as kid", jws -> jws.getHeaders().setObjectHeaderValue("kid", List.of("key-1"))),
                header("another's key", jws -> jws.setKey(STRANGER.key().getPrivateKey())));
    }

    private static Arguments header(String name, Consumer<JsonWebSignature> bend) {
        return Arguments.of(name, bend);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bentHeaders")
    @DisplayName("R26 algorithms and headers that are not ours")
    void aTokenWithABentHeaderIsRefused(String name, Consumer<JsonWebSignature> bend) {
        refused(SIGNER.withHeader(bend));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "", "RS256 ", "rs256"})
    @DisplayName("R26 no signature")
    void aTokenWithoutSignatureIsRefused(String algorithm) {
        String[] parts = SIGNER.good().split("\\.", -1);
        String header = encode("{\"alg\":\"" + algorithm + "\",\"kid\":\"key-1\"}");

        refused(header + "." + parts[1] + ".");
        refused(header + "." + parts[1] + "." + parts[2]);
        refused(encode("{\"kid\":\"key-1\"}") + "." + parts[1] + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a",
                "a.b",
                "a.b.c",
                "a.b.c.d.e",
                "e30.e30.",
                ".e30.e30",
                "e30..e30",
                "null.null.null",
                "bnVsbA.bnVsbA.bnVsbA",
                "W10.W10.W10",
                "\u0000",
                "é.é.é"
            })
    @DisplayName("R26 garbage")
    void garbageIsRefused(String token) {
        refused(token);
    }

    @Test
    @DisplayName("R26 endless and deeply nested parts")
    void endlessAndDeepPartsAreRefused() {
        refused("a".repeat(3 * 1024 * 1024));
        refused(encode("{\"alg\":" + "[".repeat(1500) + "]".repeat(1500) + "}") + ".e30.e30");
        refused(encode("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"alg\":\"none\"}") + ".e30.e30");
        refused(SIGNER.withClaims(claims -> claims.setClaim("padding", "x".repeat(5000))));
    }

    @Test
    @DisplayName("R27 changed at any byte, in any of its bits")
    void aTokenChangedAtAnyPositionIsRefused() throws InvalidTokenException {
        String token = SIGNER.good();
        verifier.verify(token);
        for (int position = 0; position < token.length(); position++) {
            for (char other : othersThan(token.charAt(position))) {
                refused(token.substring(0, position) + other + token.substring(position + 1));
            }
        }
    }

    /** The characters that differ in one bit of what they encode, and some that encode nothing. */
    private static List<Character> othersThan(char present) {
        List<Character> others = new ArrayList<>(List.of('.', '=', '~'));
        int value = BASE64.indexOf(present);
        for (int bit = 1; value >= 0 && bit < BASE64.length(); bit <<= 1) {
            others.add(BASE64.charAt(value ^ bit));
        }
        others.remove(Character.valueOf(present));
        return others;
    }

    @Test
    @DisplayName("R27 cut at any byte, from either end, and with a byte more or less anywhere")
    void aTokenCutAtAnyPositionIsRefused() throws InvalidTokenException {
        String token = SIGNER.good();
        verifier.verify(token);
        for (int position = 0; position < token.length(); position++) {
            refused(token.substring(0, position));
            refused(token.substring(0, position) + token.substring(position + 1));
            refused(token.substring(0, position) + "A" + token.substring(position));
            if (position > 0) {
                refused(token.substring(position));
            }
        }
    }

    @Test
    @DisplayName("R27 another spelling of the same bytes")
    void aTokenInAnotherSpellingIsRefused() {
        String token = SIGNER.good();

        refused(token + "=");
        refused(token + "==");
        refused(" " + token);
        refused(token + "\n");
        refused(token.replace('-', '+').replace('_', '/') + (token.contains("-") || token.contains("_") ? "" : "+"));
    }

    @Test
    @DisplayName("R26 a known token expires all the same")
    void aKnownTokenExpires() throws InvalidTokenException {
        String token = SIGNER.good();
        verifier.verify(token);

        time.pass(Duration.ofSeconds(3599));
        verifier.verify(token);
        time.pass(Duration.ofSeconds(1));

        refused(token);
    }

    @Test
    @DisplayName("R28 keys rotate: both sign for a while, a retired one is refused at once though its token is known")
    void aRetiredKeyIsRefusedAtOnce() throws InvalidTokenException {
        Signer next = new Signer("key-2", time);
        String old = SIGNER.good();
        verifier.verify(old);

        keys.replace(Signer.jwks(SIGNER, next));
        verifier.verify(old);
        verifier.verify(next.good());
        keys.replace(Signer.jwks(next));

        refused(old);
        verifier.verify(next.good());
    }

    @Test
    @DisplayName("R28 a key that comes back under a known id with other bytes does not revive old tokens")
    void aKeyIdThatIsUsedAgainDoesNotReviveOldTokens() throws InvalidTokenException {
        String old = SIGNER.good();
        verifier.verify(old);

        keys.replace(Signer.jwks(STRANGER));

        refused(old);
    }

    @Test
    void withoutKeysEveryTokenIsRefused() {
        keys.replace(Signer.jwks());

        refused(SIGNER.good());
        assertThat(keys.known()).isFalse();
    }

    private void refused(String token) {
        assertThatExceptionOfType(InvalidTokenException.class)
                .as("for %s", token.length() > 2000 ? "a long token" : token)
                .isThrownBy(() -> verifier.verify(token));
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
