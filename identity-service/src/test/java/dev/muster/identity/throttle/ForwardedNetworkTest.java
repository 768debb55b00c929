package dev.muster.identity.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which network an attempt behind the trusted proxy is counted for, at every public way in. */
@IdentityTest
class ForwardedNetworkTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int TRIES = 4;
    private static final int LIMIT = 100;

    @Inject
    People people;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/users/password.json | {'password': 'W', 'newpassword': 'N', 'newpasswordrepeat': 'N'}",
                "/users/email.json | {'new_email': 'a@b.example', 'new_email_repeat': 'a@b.example', 'password': 'W'}",
                "/users/edit.json | {'User': {'email': 'a@b.example', 'password': 'W'}}",
                "/users/password_recover.json | {'email': 'a@b.example'}"
            })
    @DisplayName("R06 R07 a made-up first hop does not change the network that is counted")
    void aMadeUpHopChangesNothing(String path, String body) {
        int number = NUMBER.incrementAndGet();
        String client = "198.51.100." + number;
        SignedIn caller = SignedIn.pilot(people.add().id(), 42);

        for (int i = 0; i < TRIES; i++) {
            send(caller.request(), "203.0.113." + i + ", " + client, path, body);
        }

        assertThat(Statements.number("select attempts::bigint from network_attempts where key = $1", client + "/32"))
                .isEqualTo(TRIES);
        assertThat(Statements.number("select count(*) from network_attempts where key like '203.0.113.%'"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/users/password.json | {'password': 'W', 'newpassword': 'N', 'newpasswordrepeat': 'N'}",
                "/users/email.json | {'new_email': 'a@b.example', 'new_email_repeat': 'a@b.example', 'password': 'W'}",
                "/users/edit.json | {'User': {'email': 'a@b.example', 'password': 'W'}}",
                "/users/password_recover.json | {'email': 'a@b.example'}"
            })
    @DisplayName("R06 R07 a network that has used up its attempts gets 429 with Retry-After, its neighbours do not")
    void aNetworkIsRefusedAndItsNeighboursAreNot(String path, String body) {
        int number = NUMBER.incrementAndGet();
        Statements.run(
                "insert into network_attempts (key, attempts, expires_at) values ($1, $2, now() + interval '1 minute')",
                "2001:db8:66:" + number + "::/64",
                LIMIT);
        SignedIn caller = SignedIn.pilot(people.add().id(), 42);

        Response refused = send(caller.request(), "2001:db8:66:" + number + "::9", path, body);
        Response neighbour = send(caller.request(), "2001:db8:67:" + number + "::9", path, body);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(neighbour.statusCode()).isNotEqualTo(429);
    }

    private static Response send(RequestSpecification request, String forwarded, String path, String body) {
        return RestAssured.given()
                .spec(request)
                .header("X-Forwarded-For", forwarded)
                .contentType("application/json")
                .body(body.replace('\'', '"')
                        .replace("\"W\"", "\"a wrong password altogether\"")
                        .replace("\"N\"", "\"seven purple otters juggling\""))
                .post(path);
    }
}
