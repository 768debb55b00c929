package dev.muster.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.muster.testkit.access.ServiceCaller;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IdentityTest
class DemoDataTest {

    @Inject
    Pool pool;

    @BeforeEach
    void load() throws IOException {
        pool.query(Files.readString(Path.of("src/demo/sql/demo.sql"))).executeAndAwait();
    }

    @ParameterizedTest
    @CsvSource({
        "100001, operator@muster.example, 12",
        "100002, supervisor@muster.example, 11",
        "100003, admin@acme.example, 1",
        "100004, pilot@acme.example, 1",
        "100005, student@acme.example, 1",
        "100006, admin@bluesky.example, 1",
        "100007, admin@carpool.example, 1"
    })
    void everyDemoPersonSignsInWithTheOnePassword(int id, String email, int networkRating) {
        ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(Map.of("email", email, "password", "fly-safe-every-day", "clientIp", "192.0.2." + id % 100_000))
                .post("/internal/credentials/verify")
                .then()
                .statusCode(200)
                .body("accepted", is(true))
                .body("userId", equalTo(id))
                .body("confirmed", is(true))
                .body("networkRating", equalTo(networkRating));
    }

    @Test
    void loadingTwiceChangesNothing() throws IOException {
        String before = fingerprint();

        load();

        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void newPeopleComeAfterTheDemoPeople() {
        long next = pool.query("select nextval('users_id_seq')")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);

        assertThat(next).isGreaterThan(100_007);
    }

    @Test
    void everyRatingIsOneThatTheNetworkKnows() {
        long unknown = pool.query("select count(*) from users where id between 100001 and 100007 and"
                        + " (pilot_rating not in (0, 1, 3, 7, 15, 31, 63) or network_rating not between -1 and 12)")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);

        assertThat(unknown).isZero();
    }

    @Test
    void noTwoDemoPeopleShareASalt() {
        long different = pool.query("select count(distinct split_part(password_hash, '$', 5)) from credentials"
                        + " where user_id between 100001 and 100007")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);

        assertThat(different).isEqualTo(7);
    }

    private String fingerprint() {
        return pool.query("select md5(string_agg(u::text || c::text, ',' order by id)) from users u"
                        + " join credentials c on c.user_id = u.id where id between 100001 and 100007")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);
    }
}
