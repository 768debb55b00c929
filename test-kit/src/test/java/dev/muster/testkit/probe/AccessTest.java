package dev.muster.testkit.probe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
class AccessTest {

    @Test
    void aGoodTokenOpensWhatItsSessionMayDo() {
        SignedIn pilot = SignedIn.pilot(100_001, 42);

        pilot.request().get("/self").then().statusCode(200).body("userId", equalTo(100_001));
        pilot.request().get("/admin").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void noTokenIsRefusedWithAChallenge() {
        given().get("/self")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void aKnownSessionCostsNoFurtherLookUp() {
        SignedIn pilot = SignedIn.pilot(100_002, 42);
        pilot.request().get("/self").then().statusCode(200);
        int before = SessionServiceTestResource.sessions().lookUps();

        for (int i = 0; i < 20; i++) {
            pilot.request().get("/self").then().statusCode(200);
        }

        assertThat(SessionServiceTestResource.sessions().lookUps()).isEqualTo(before);
    }
}
