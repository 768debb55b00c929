package dev.muster.session.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.Person;
import dev.muster.testkit.postgres.Statements;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class SignInHistoryTest {

    private static final String NOBODY = "select count(*) from sign_in_events where user_id = 0";

    @Test
    @DisplayName("R09 every attempt of a person is in the history with how it ended")
    void everyAttemptOfAPersonIsRecorded() {
        Person pilot = Person.pilot();
        pilot.trySignIn("wrong");
        pilot.trySignIn(FakePeers.PASSWORD);
        pilot.says("twoFactor", "TOTP");
        pilot.trySignIn(FakePeers.PASSWORD);
        pilot.trySignIn(FakePeers.PASSWORD, "000000");
        pilot.trySignIn(FakePeers.PASSWORD, FakePeers.CODE);

        assertThat(outcomesOf(pilot))
                .containsExactly("refused", "signed_in", "second_factor_needed", "second_factor_failed", "signed_in");
    }

    @Test
    @DisplayName("R09 an attempt for nobody is recorded too")
    void anAttemptForNobodyIsRecorded() {
        long before = Statements.number(NOBODY);

        given().contentType(ContentType.JSON)
                .body(Map.of("email", "nobody@muster.example", "password", "wrong"))
                .post("/login.json")
                .then()
                .statusCode(401);

        assertThat(Statements.number(NOBODY)).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("R09 the history says where an attempt came from, and never what was typed")
    void theHistorySaysWhereFromAndNotWhatWasTyped() {
        Person pilot = Person.pilot();

        pilot.trySignIn("a-secret-that-is-wrong", "998877");

        Row row = Statements.run("select to_jsonb(e)::text from sign_in_events e where user_id = $1", pilot.id())
                .iterator()
                .next();
        assertThat(row.getString(0))
                .contains("127.0.0.1", "Chrome 120")
                .doesNotContain("a-secret-that-is-wrong", "998877", pilot.email());
    }

    @Test
    void attemptsThatFailedAreNotShownToTheOwner() {
        Person pilot = Person.pilot();
        pilot.trySignIn("wrong");
        String token = pilot.signIn();

        List<?> shown = Person.with(token).get("/users/logins.json").path("logins");

        assertThat(shown).hasSize(1);
    }

    @Test
    void attemptsAreCountedByHowTheyEnded() {
        double before = counted("refused");

        Person.pilot().trySignIn("wrong");

        assertThat(counted("refused")).isEqualTo(before + 1);
    }

    private static double counted(String outcome) {
        return io.micrometer.core.instrument.Metrics.globalRegistry
                .counter("muster.sign.ins", "outcome", outcome)
                .count();
    }

    private static List<String> outcomesOf(Person person) {
        List<String> outcomes = new ArrayList<>();
        Statements.run("select outcome from sign_in_events where user_id = $1 order by id", person.id())
                .forEach(row -> outcomes.add(row.getString(0)));
        return outcomes;
    }
}
