package dev.muster.system;

import static dev.muster.system.Demo.request;
import static dev.muster.system.Demo.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.system.Deployment.Probe;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/** A supervisor changes a password while its owner, or somebody else, signs in with the old one. */
class ChangedPasswordTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int SIGN_INS = 8;
    private static final int MILLIS_BETWEEN = 30;
    private static final String OLD = "Quiet-harbour-lantern-27";
    private static final String NEW = "Copper-meadow-violin-83";

    private final String email = "changed-" + UUID.randomUUID() + "@people.example";
    private String supervisor;
    private int cid;

    @BeforeEach
    void somebody() {
        supervisor = Demo.signIn(Demo.OPERATOR);
        Response created = write("POST", Map.of("user", person(OLD)));
        cid = created.then().statusCode(200).extract().path("user.cid");
    }

    @RepeatedTest(3)
    @DisplayName("R22 no session that is opened with the old password outlives the change, however late it is opened")
    void aSignInUnderWayDoesNotOutliveTheChange() {
        List<CompletableFuture<Response>> signIns = IntStream.range(0, SIGN_INS)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        this::signIn,
                        CompletableFuture.delayedExecutor((long) i * MILLIS_BETWEEN, TimeUnit.MILLISECONDS)))
                .toList();
        write("PUT", Map.of("user", person(NEW))).then().statusCode(201);
        long changed = System.nanoTime();

        List<String> opened = signIns.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> answer.<String>path("response.token"))
                .toList();

        Probe probe = Deployment.probes().get(0);
        assertThat(opened)
                .allSatisfy(token -> assertThat(Refusal.lastAcceptedAfter(probe, token, changed))
                        .isLessThan(SECOND));
        assertThat(signIn().statusCode()).isEqualTo(401);
    }

    private Response signIn() {
        return request()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", OLD))
                .post("/login.json");
    }

    private Response write(String method, Map<String, ?> body) {
        return with(supervisor).contentType(ContentType.JSON).body(body).request(method, "/api/v1/users");
    }

    private Map<String, Object> person(String password) {
        Map<String, Object> person = new HashMap<>(Map.of(
                "email",
                email,
                "first_name",
                "Ada",
                "last_name",
                "Changed",
                "password",
                password,
                "fsd_password",
                "",
                "network_rating",
                1,
                "pilot_rating",
                0));
        if (cid != 0) {
            person.put("cid", cid);
        }
        return person;
    }
}
