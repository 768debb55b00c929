package dev.muster.session.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class JwksTest {

    @Test
    void onlyPublicMembersArePublished() {
        JsonArray keys = new JsonObject(jwks()).getJsonArray("keys");

        assertThat(keys).isNotEmpty();
        for (int i = 0; i < keys.size(); i++) {
            assertThat(keys.getJsonObject(i).fieldNames())
                    .containsExactlyInAnyOrder("kty", "kid", "use", "alg", "n", "e");
            assertThat(keys.getJsonObject(i).getString("alg")).isEqualTo("RS256");
            assertThat(keys.getJsonObject(i).getString("use")).isEqualTo("sig");
        }
    }

    @Test
    void theKeysMayBeCachedForFiveMinutes() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "public, max-age=300");
    }

    @Test
    void theStandardMediaTypeIsServedToo() {
        given().accept("application/jwk-set+json")
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .contentType("application/jwk-set+json");
    }

    @Test
    void anybodyCanVerifyATokenWithThem() throws Exception {
        JsonWebSignature jws = (JsonWebSignature)
                JsonWebSignature.fromCompactSerialization(Person.pilot().signIn());
        String kid = jws.getKeyIdHeaderValue();

        jws.setKey(new JsonWebKeySet(jwks())
                .findJsonWebKey(kid, "RSA", "sig", "RS256")
                .getKey());

        assertThat(jws.verifySignature()).isTrue();
    }

    private static String jwks() {
        return given().get("/.well-known/jwks.json").asString();
    }
}
