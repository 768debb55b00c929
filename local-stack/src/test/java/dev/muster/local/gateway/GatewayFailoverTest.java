package dev.muster.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.local.stack.FreePorts;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Services that are dead, hang up or keep silent. */
class GatewayFailoverTest {

    private final RunningGateway gateway = new RunningGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aDeadServiceIsUnavailableForNow() {
        gateway.start(Map.of("identity-service", List.of(FreePorts.find(1).get(0))));

        HttpResponse<String> answer = gateway.get("/users/view.json");
        JsonObject problem = new JsonObject(answer.body());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.getString("code")).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(problem.getBoolean("result")).isFalse();
        assertThat(problem.getString("message")).isEqualTo(problem.getString("detail"));
    }

    @Test
    void aDeadReplicaIsPassedOverAlsoForAPost() {
        int dead = FreePorts.find(1).get(0);
        gateway.start(Map.of("session-service", List.of(dead, gateway.serverSaying("alive"))));

        for (int i = 0; i < 6; i++) {
            assertThat(gateway.post("/login.json", "{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aReplicaThatHangsUpOnAReadIsAskedOnceMore() {
        AtomicInteger calls = new AtomicInteger();
        gateway.identity(request -> {
            if (calls.incrementAndGet() == 1) {
                request.connection().close();
            } else {
                request.response().end("second");
            }
        });

        assertThat(gateway.get("/users/view.json").body()).isEqualTo("second");
    }

    @Test
    void aReplicaThatHangsUpOnAPostIsNotAskedAgain() {
        AtomicInteger calls = new AtomicInteger();
        gateway.identity(request -> {
            calls.incrementAndGet();
            request.connection().close();
        });

        assertThat(gateway.post("/users/edit.json", "{}").statusCode()).isEqualTo(503);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aSilentServiceIsGivenUpAfterTheGatewaysPatience() {
        gateway.start(Map.of("identity-service", List.of(gateway.server(request -> {}))), Duration.ofMillis(300));

        assertThat(gateway.get("/users/view.json").statusCode()).isEqualTo(503);
    }
}
