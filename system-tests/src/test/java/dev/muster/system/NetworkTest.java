package dev.muster.system;

import static dev.muster.system.Demo.request;
import static dev.muster.system.Demo.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.system.Deployment.Probe;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a network supervisor's client does: signs in by CID, reads people, renews its token. */
class NetworkTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int SUPERVISOR = 100_002;
    private static final int PILOT = 100_004;

    @Test
    void aSupervisorSignsInByCidAndRenewsTheToken() {
        Response signedIn = signIn();
        assertReadsPeople(signedIn.path("data.access_token"));

        Response renewed = refresh(signedIn);

        renewed.then().statusCode(200).body("expires_in", equalTo(300));
        assertReadsPeople(renewed.path("data.access_token"));
        assertThat(Demo.sessionOf(renewed.path("access_token")))
                .isEqualTo(Demo.sessionOf(signedIn.path("access_token")));
    }

    @Test
    @DisplayName("R21 every token of a closed session is refused everywhere within a second, and none is renewed")
    void aClosedSessionIsNotRenewed() {
        Response signedIn = signIn();
        Response renewed = refresh(signedIn);
        String old = signedIn.path("access_token");
        String token = renewed.path("access_token");
        Deployment.probes().forEach(probe -> {
            assertThat(Refusal.status(probe, old)).isEqualTo(200);
            assertThat(Refusal.status(probe, token)).isEqualTo(200);
        });

        with(token).post("/users/logout.json").then().statusCode(200);

        long closed = System.nanoTime();
        for (Probe probe : Deployment.probes()) {
            assertThat(Refusal.lastAcceptedAfter(probe, old, closed)).isLessThan(SECOND);
            assertThat(Refusal.status(probe, token)).isEqualTo(401);
        }
        refresh(renewed).then().statusCode(401).body("msg", equalTo("The refresh token is not valid"));
    }

    private static Response signIn() {
        Response answer = request()
                .contentType(ContentType.JSON)
                .body(Map.of("cid", SUPERVISOR, "password", Demo.PASSWORD, "remember_me", false))
                .post("/api/v1/auth/login");
        answer.then().statusCode(200).body("version", equalTo("v1")).body("err", equalTo(null));
        return answer;
    }

    private static Response refresh(Response tokens) {
        return request()
                .contentType(ContentType.JSON)
                .body(Map.of("refresh_token", tokens.<String>path("data.refresh_token")))
                .post("/api/v1/auth/refresh");
    }

    private static void assertReadsPeople(String token) {
        with(token)
                .get("/api/v1/users/" + PILOT)
                .then()
                .statusCode(200)
                .body("msg", equalTo("success"))
                .body("user.cid", equalTo(PILOT));
    }
}
