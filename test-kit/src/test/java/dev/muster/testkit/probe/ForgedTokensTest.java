package dev.muster.testkit.probe;

import static dev.muster.testkit.http.ProblemAssert.assertProblem;
import static dev.muster.testkit.http.RawHttp.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.access.TestTokens;
import dev.muster.testkit.http.RawHttp.Answer;
import dev.muster.testkit.postgres.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
class ForgedTokensTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final SignedIn pilot = SignedIn.pilot(100_010, 42);
    private final TestTokens tokens = SessionServiceTestResource.tokens();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer  ",
                "bearer x",
                "Basic dXNlcjpwYXNz",
                "Bearer a.b.c",
                "Bearer ..",
                "Bearer e30.e30.",
                "Digest x",
                "",
                " ",
                "Bearer null"
            })
    @DisplayName("R26 no token at all")
    void whatIsNoTokenIsRefused(String authorization) {
        unauthenticated(
                request("GET", "/self").header("Authorization", authorization).send());
    }

    @Test
    @DisplayName("R26 algorithms, headers and claims that are not ours, over HTTP")
    void forgedTokensAreRefused() {
        var claims = tokens.claimsOf(pilot.session());
        refused(tokens.sign(claims, jws -> jws.setKeyIdHeaderValue("unknown")));
        refused(tokens.sign(claims, jws -> jws.getHeaders().setObjectHeaderValue("kid", null)));
        refused(tokens.sign(claims, jws -> jws.setAlgorithmHeaderValue("RS512")));
        refused(tokens.sign(claims, jws -> jws.setAlgorithmHeaderValue("PS256")));
        refused(tokens.sign(claims, jws -> jws.getHeaders().setJwkHeaderValue("jwk", tokens.key())));
        refused(tokens.sign(claims, jws -> jws.setHeader("jku", "http://evil.test")));
        refused(tokens.sign(claims, jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue("HS256");
            jws.setKey(new HmacKey(tokens.key().getPublicKey().getEncoded()));
        }));
        refused(tokens.sign(claims, jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue("none");
            jws.setKey(null);
        }));
        for (String claim : List.of("exp", "iat", "sid", "gen", "sub", "aud", "iss")) {
            var without = tokens.claimsOf(pilot.session());
            without.unsetClaim(claim);
            refused(tokens.sign(without, jws -> {}));
        }
        refused(new TestTokens().tokenOf(pilot.session()));
    }

    @Test
    @DisplayName("R27 changed or cut at every single byte, over HTTP, while the good token is known")
    void aTokenChangedOrCutAnywhereIsRefused() {
        String token = pilot.token();
        assertThat(status(token)).isEqualTo(200);

        for (int position = 0; position < token.length(); position++) {
            char other = token.charAt(position) == 'A' ? 'B' : 'A';
            assertThat(status(token.substring(0, position) + other + token.substring(position + 1)))
                    .as("changed at %d", position)
                    .isEqualTo(401);
            assertThat(status(token.substring(0, position)))
                    .as("cut at %d", position)
                    .isEqualTo(401);
        }

        assertThat(status(token)).isEqualTo(200);
    }

    @Test
    @DisplayName("R26 a token in the address is refused")
    void aTokenInTheAddressIsRefused() {
        unauthenticated(request("GET", "/self?token=" + pilot.token()).send());
        unauthenticated(request("GET", "/self?access_token=" + pilot.token()).send());
        unauthenticated(request("GET", "/self")
                .header("Cookie", "token=" + pilot.token())
                .send());
    }

    @Test
    void theDirectoryApisTokenHeaderWorksAndIsCheckedAlike() {
        assertThat(request("GET", "/self").header("token", pilot.token()).send().status())
                .isEqualTo(200);
        unauthenticated(
                request("GET", "/self").header("token", pilot.token() + "x").send());
        unauthenticated(request("GET", "/self").header("token", "").send());
    }

    @Test
    @DisplayName("R36 a user's token opens no internal endpoint, a service's token no user's endpoint")
    void eachKindOfTokenOpensItsOwnEndpointsOnly() {
        String service = ServiceCaller.token("probe-service", claims -> {});

        assertThat(bearer("/internal/probe", service).status()).isEqualTo(200);
        unauthenticated(bearer("/internal/probe", pilot.token()));
        unauthenticated(bearer("/internal/probe", SignedIn.operator(100_011, 42).token()));
        unauthenticated(request("GET", "/internal/probe").send());
        unauthenticated(bearer("/self", service));
        unauthenticated(bearer("/admin", service));
        unauthenticated(
                request("GET", "/internal/probe").header("token", pilot.token()).send());
    }

    @Test
    @DisplayName("R36 service tokens that are expired, for another, from elsewhere or too long-lived")
    void bentServiceTokensAreRefused() {
        long now = System.currentTimeMillis() / 1000;
        internalRefused(ServiceCaller.token("org-service", claims -> {}));
        internalRefused(ServiceCaller.token("probe-service", claims -> claims.setIssuer("elsewhere")));
        internalRefused(ServiceCaller.token("probe-service", claims -> claims.unsetClaim("exp")));
        internalRefused(ServiceCaller.token("probe-service", claims -> claims.unsetClaim("iat")));
        internalRefused(ServiceCaller.token("probe-service", claims -> claims.unsetClaim("sub")));
        internalRefused(ServiceCaller.token("probe-service", claims -> claims.unsetClaim("aud")));
        internalRefused(ServiceCaller.token("probe-service", claims -> claims.setClaim("exp", now - 11)));
        internalRefused(ServiceCaller.token("probe-service", claims -> claims.setClaim("exp", now + 3600)));
        internalRefused(ServiceCaller.token("probe-service", claims -> claims.setClaim("iat", now + 60)));
        internalRefused(ServiceCaller.token("probe-service", claims -> claims.setClaim("iat", now - 3600)));
        internalRefused(ServiceCaller.token("probe-service", claims -> claims.setClaim("nbf", now + 60)));
    }

    @Test
    @DisplayName("R36 service tokens with another secret, type or algorithm")
    void forgedServiceTokensAreRefused() {
        var claims = ServiceCaller.claims("probe-service");
        internalRefused(ServiceCaller.sign(claims, jws -> jws.setKey(new HmacKey(new byte[32]))));
        internalRefused(ServiceCaller.sign(claims, jws -> jws.setHeader("typ", "JWT")));
        internalRefused(ServiceCaller.sign(claims, jws -> jws.getHeaders().setObjectHeaderValue("typ", null)));
        internalRefused(ServiceCaller.sign(claims, jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue("none");
            jws.setKey(null);
        }));
        String good = ServiceCaller.token("probe-service", bent -> {});
        internalRefused(good + "=");
        internalRefused(good.substring(0, good.length() - 1));
        internalRefused("a.".repeat(2000));
    }

    @Test
    @DisplayName("R36 identity headers from outside change nothing")
    void identityHeadersChangeNothing() {
        for (String header : List.of(
                "X-Forwarded-User",
                "X-User-Id",
                "X-Remote-User",
                "Remote-User",
                "X-Auth-Request-User",
                "X-Roles",
                "Cookie")) {
            unauthenticated(request("GET", "/admin").header(header, "admin").send());
            assertProblem(
                    request("GET", "/admin")
                            .header("Authorization", "Bearer " + pilot.token())
                            .header(header, "admin")
                            .send(),
                    403,
                    "FORBIDDEN");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal;x/probe",
                "/internal/probe;x",
                "//internal/probe",
                "/internal//probe",
                "/internal%2fprobe",
                "/./internal/probe",
                "/open/../internal/probe",
                "/%2e/internal/probe"
            })
    @DisplayName("R36 other spellings of an internal path")
    void otherSpellingsOfAnInternalPathAreRefused(String path) {
        assertProblem(bearer(path, pilot.token()), 400, "INVALID_PATH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%69nternal/probe", "/INTERNAL/probe", "/internal/probe/", "/internal/%70robe"})
    @DisplayName("R36 escaped letters and other cases of an internal path")
    void aUserNeverGetsInByAnotherSpelling(String path) {
        assertThat(bearer(path, pilot.token()).status()).isIn(401, 404);
        assertThat(bearer(path, SignedIn.operator(100_012, 42).token()).status())
                .isIn(401, 404);
    }

    private void refused(String token) {
        unauthenticated(bearer("/self", token));
    }

    private void internalRefused(String token) {
        unauthenticated(bearer("/internal/probe", token));
    }

    /** Over one kept connection, since it is called for every byte of a token. */
    private static int status(String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/self"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    private static Answer bearer(String path, String token) {
        return request("GET", path).header("Authorization", "Bearer " + token).send();
    }

    private static void unauthenticated(Answer answer) {
        assertProblem(answer, 401, "UNAUTHENTICATED").header("WWW-Authenticate", "Bearer");
    }
}
