package dev.muster.session.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.DatabaseDump;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import dev.muster.session.support.Tokens;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class EraseUserTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String TRACE = "198.51.100.77";
    private static final String PROGRAM = "Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0";

    private final FakePeers peers = PeersTestResource.peers();

    @AfterEach
    void allIsWellAgain() {
        peers.recover();
    }

    @Test
    @DisplayName("R22 the tokens of a deleted person are refused within a second")
    void theTokensOfADeletedPersonAreRefused() {
        Person pilot = Person.pilot();
        List<String> tokens =
                IntStream.range(0, 5).mapToObj(i -> pilot.signIn()).toList();
        tokens.forEach(token -> assertThat(Person.statusOf(token)).isEqualTo(200));

        erase(pilot);

        Eventually.holds(
                "all are refused", SECOND, () -> tokens.stream().allMatch(token -> Person.statusOf(token) == 401));
    }

    @Test
    @DisplayName("R22 a sign-in that was under way when the person was deleted opens no session")
    void aSignInUnderWayOpensNoSession() {
        Person pilot = Person.pilot().says("version", 7);
        peers.beforeMemberAnswers(() -> erase(pilot));

        pilot.trySignIn(FakePeers.PASSWORD).then().statusCode(503);

        assertThat(Statements.number("select count(*) from sessions where user_id = $1", pilot.id()))
                .isZero();
    }

    @Test
    @DisplayName("R37 nothing tells who a deleted person was; that and how somebody signed in stays")
    void whereFromAndWithWhatIsErased() {
        Person pilot = Person.with(
                new Member(new OrgId(42), 1, 110, Set.of(), false, true, true, "EMP-erased", "5", "SUP-erased"));
        attempt(pilot, FakePeers.PASSWORD).then().statusCode(200);
        attempt(pilot, "wrong").then().statusCode(401);
        fsd(pilot, "wrong");
        peers.throttle(60);
        attempt(pilot, FakePeers.PASSWORD).then().statusCode(429);
        assertThat(DatabaseDump.rows()).anyMatch(row -> row.contains(TRACE));

        erase(pilot);

        assertThat(DatabaseDump.rows())
                .allSatisfy(row -> assertThat(row)
                        .doesNotContain(
                                TRACE, "Firefox", pilot.email(), "EMP-erased", "SUP-erased", "\"" + pilot.id() + "\""));
        assertThat(Statements.number("select count(*) from sign_in_events where user_id = $1", pilot.id()))
                .isEqualTo(2);
        assertThat(Statements.number(
                        "select count(*) from sign_in_attempts where user_id = $1 and outcome in ('signed_in',"
                                + " 'refused') and at > now() - interval '1 hour'",
                        pilot.id()))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("R22 R37 a deleted person's sessions are not renewed, and nothing is kept of their refresh tokens")
    void theRefreshTokensOfADeletedPersonAreForgotten() {
        Person pilot = Person.pilot();
        Tokens tokens = Tokens.of(pilot).refreshed();
        Tokens others = Tokens.of(Person.pilot());

        erase(pilot);

        Tokens.show(tokens.refresh()).then().statusCode(401);
        assertThat(Statements.number("select count(*) from refresh_tokens where user_id = $1", pilot.id()))
                .isZero();
        assertThat(Person.statusOf(others.refreshed().access())).isEqualTo(200);
    }

    @Test
    void nobodyElsesTracesAreTouched() {
        Person other = Person.pilot();
        String token = other.signIn();

        erase(Person.pilot());

        assertThat(Person.statusOf(token)).isEqualTo(200);
        assertThat(Statements.number(
                        "select count(*) from sign_in_attempts where user_id = $1 and ip <> '' and identifier = $2",
                        other.id(),
                        other.email()))
                .isEqualTo(1);
    }

    @Test
    void erasingAgainOrANeverSeenPersonSucceeds() {
        Person pilot = Person.pilot();
        pilot.signIn();
        erase(pilot);
        long version = versionOf(pilot);

        erase(pilot);
        erase(Person.withoutOrganization());

        assertThat(versionOf(pilot)).isEqualTo(version);
    }

    private static void erase(Person person) {
        Person.service().delete(person.internal("")).then().statusCode(204);
    }

    private static Response attempt(Person person, String password) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", TRACE)
                .header("User-Agent", PROGRAM)
                .body(Map.of("email", person.email(), "password", password))
                .post("/login.json");
    }

    private static void fsd(Person person, String password) {
        given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", TRACE)
                .header("User-Agent", PROGRAM)
                .body(Map.of("cid", Long.toString(person.id()), "password", password))
                .post("/api/v1/fsd-jwt")
                .then()
                .statusCode(401);
    }

    private static long versionOf(Person person) {
        return Statements.number("select sum(version)::bigint from sessions where user_id = $1", person.id());
    }
}
