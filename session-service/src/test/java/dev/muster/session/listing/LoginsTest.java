package dev.muster.session.listing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.wire.ProfileTime;
import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.MovableClock;
import dev.muster.session.support.Person;
import dev.muster.testkit.postgres.Statements;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class LoginsTest {

    @Test
    void theHistoryAndTheSessionsHaveExactlyThePublishedShape() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();

        JsonObject body = list(token);

        Row event = Statements.run("select id, at from sign_in_events where user_id = $1", pilot.id())
                .iterator()
                .next();
        OffsetDateTime at = event.getOffsetDateTime("at");
        String signedInAt = ProfileTime.format(at.toInstant());
        String expires = ProfileTime.format(at.toInstant().plus(Duration.ofDays(14)));
        String session = Person.sessionOf(token);
        assertThat(body)
                .isEqualTo(new JsonObject("{\"logins\":[{\"UserLogin\":{\"id\":\"" + event.getLong("id")
                        + "\",\"city\":null,\"browser\":\"Chrome 120\",\"country\":null,\"provider\":null,"
                        + "\"ip\":\"127.0.0.1\",\"modified\":\"" + signedInAt + "\"}}],"
                        + "\"sessions\":[{\"UserSession\":{\"id\":\"" + session
                        + "\",\"api\":false,\"device\":\"Chrome / macOS\",\"ip\":\"127.0.0.1\",\"expires\":\""
                        + expires + "\",\"modified\":\"" + signedInAt + "\"}}],"
                        + "\"currentSession\":\"" + session + "\"}"));
    }

    @Test
    void newestComeFirst() {
        Person pilot = Person.pilot();
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tokens.add(0, pilot.signIn());
            MovableClock.advance(Duration.ofSeconds(1));
        }

        JsonObject body = list(tokens.get(2));

        assertThat(sessionIds(body))
                .isEqualTo(tokens.stream().map(Person::sessionOf).toList());
        assertThat(modified(body)).isSortedAccordingTo((a, b) -> b.compareTo(a)).hasSize(3);
        assertThat(body.getString("currentSession")).isEqualTo(Person.sessionOf(tokens.get(2)));
    }

    @Test
    void theNewestFiftySignInsAreShown() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        Statements.run(
                "insert into sign_in_events (user_id, at) select $1, now() - n * interval '1 minute'"
                        + " from generate_series(1, 60) n",
                pilot.id());

        JsonObject body = list(token);

        assertThat(body.getJsonArray("logins")).hasSize(50);
    }

    @Test
    void closedSessionsAreHistoryAndNoSessions() {
        Person pilot = Person.pilot();
        String other = pilot.signIn();
        String token = pilot.signIn();
        Person.with(token).post("/users/closesession/" + Person.sessionOf(other) + ".json");

        JsonObject body = list(token);

        assertThat(body.getJsonArray("logins")).hasSize(2);
        assertThat(sessionIds(body)).containsExactly(Person.sessionOf(token));
    }

    @Test
    @DisplayName("R33 nobody else's sign-ins and sessions are shown")
    void nobodyElsesAreShown() {
        Person.pilot().signIn();
        Person pilot = Person.pilot();

        JsonObject body = list(pilot.signIn());

        assertThat(body.getJsonArray("logins")).hasSize(1);
        assertThat(body.getJsonArray("sessions")).hasSize(1);
    }

    @Test
    void aTokenIsNeeded() {
        given().get("/users/logins.json").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void theIdOfASessionIsNoToken() {
        String token = Person.pilot().signIn();

        assertThat(Person.statusOf(Person.sessionOf(token))).isEqualTo(401);
    }

    private static JsonObject list(String token) {
        return new JsonObject(Person.with(token)
                .get("/users/logins.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString());
    }

    private static List<String> sessionIds(JsonObject body) {
        return each(body.getJsonArray("sessions"), "UserSession", "id");
    }

    private static List<String> modified(JsonObject body) {
        return each(body.getJsonArray("logins"), "UserLogin", "modified");
    }

    private static List<String> each(JsonArray array, String envelope, String member) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            values.add(array.getJsonObject(i).getJsonObject(envelope).getString(member));
        }
        return values;
    }
}
