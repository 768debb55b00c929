package dev.muster.session.signin;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.session.support.FakePeers;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import dev.muster.testkit.postgres.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(PeersTestResource.class)
class SignInTest {

    @Test
    void theRightPasswordOpensASession() {
        Person pilot = Person.pilot();

        pilot.trySignIn(FakePeers.PASSWORD)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("response.result", equalTo(true))
                .body("response.api", equalTo(true))
                .body("response.two_factor", equalTo("OFF"))
                .body("response", hasKey("message"))
                .body("response.message", nullValue())
                .body("response.url", equalTo("/users"))
                .body("response.confirmed", equalTo(true))
                .body("response.user_id", equalTo((int) pilot.id()))
                .body("response.active", equalTo(true));
    }

    @Test
    void aTokenListsTheSessionThatItOpens() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();

        Person.with(token)
                .get("/users/logins.json")
                .then()
                .statusCode(200)
                .body("logins", hasSize(1))
                .body("logins[0].UserLogin.browser", equalTo("Chrome 120"))
                .body("sessions", hasSize(1))
                .body("sessions[0].UserSession.device", equalTo("Chrome / macOS"));
    }

    @Test
    void aClosedSessionIsRefused() {
        String token = Person.pilot().signIn();

        Person.with(token).post("/users/logout.json").then().statusCode(200);

        org.assertj.core.api.Assertions.assertThat(eventually(token)).isEqualTo(401);
    }

    private static int eventually(String token) {
        long end = System.nanoTime() + 1_000_000_000L;
        int status = 0;
        while (status != 401 && System.nanoTime() < end) {
            status = Person.with(token).get("/users/logins.json").statusCode();
        }
        return status;
    }
}
