package dev.muster.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.system.Deployment.Probe;
import java.time.Duration;

/** Watches a token being refused. */
public final class Refusal {

    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    private Refusal() {}

    /** The status that one replica answers to a token. */
    public static int status(Probe probe, String token) {
        return given().header("Authorization", "Bearer " + token)
                .get(probe.url())
                .statusCode();
    }

    /** How long after the given moment the replica answered 200 for the last time; asks without a pause. */
    public static Duration lastAcceptedAfter(Probe probe, String token, long closedAtNanos) {
        long lastAccepted = closedAtNanos;
        while (System.nanoTime() - closedAtNanos < GIVE_UP.toNanos()) {
            long asked = System.nanoTime();
            int status = status(probe, token);
            if (status == 401) {
                return Duration.ofNanos(lastAccepted - closedAtNanos);
            }
            assertThat(status).as("answer of %s", probe).isEqualTo(200);
            lastAccepted = asked;
        }
        throw new AssertionError(probe + " still accepts the token after " + GIVE_UP);
    }
}
