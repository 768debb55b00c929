package dev.muster.identity.password;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.muster.identity.FakePeers.Asked;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IdentityTest
class ChangePasswordTest {

    private static final String PATH = "/users/password.json";
    private static final String WANTED = "seven purple otters juggling";
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    @Inject
    People people;

    @BeforeEach
    void nobodyHasTriedYet() {
        people.forgetAttempts();
    }

    @AfterEach
    void everybodyIsBack() {
        PeersTestResource.peers().comeBack();
    }

    @Test
    void theNewPasswordSignsInAndTheOldOneDoesNot() {
        Person person = people.add();

        change(SignedIn.pilot(person.id(), 42), People.PASSWORD, WANTED)
                .then()
                .statusCode(200)
                .body("result", is(true))
                .body("message", equalTo("Password changed successfully"))
                .body("size()", equalTo(2));

        assertThat(signsIn(person, WANTED)).isTrue();
        assertThat(signsIn(person, People.PASSWORD)).isFalse();
    }

    @Test
    @DisplayName("R06 who has no address changes their password too, and is throttled like everybody")
    void whoHasNoAddressChangesTheirPasswordToo() {
        Person person = people.add();
        people.set(person, "email = null, email_key = null");
        SignedIn caller = SignedIn.withoutOrganization(person.id());

        change(caller, People.PASSWORD, WANTED).then().statusCode(200);
        for (int i = 0; i < 10; i++) {
            change(caller, People.PASSWORD, WANTED + i).then().statusCode(404);
        }

        change(caller, WANTED, "nine green herons dancing").then().statusCode(429);
    }

    @Test
    @DisplayName("R15 a change voids the link that would set another password")
    void aChangeVoidsTheLinkThatWouldSetAnother() {
        Person person = people.add();
        given().contentType("application/json")
                .body(Map.of("email", person.email()))
                .post("/users/password_recover.json")
                .then()
                .statusCode(200);
        String link = MailTestResource.server().awaitOnly(person.email()).link();
        RestAssured.get(link).then().statusCode(200);

        change(SignedIn.pilot(person.id(), 42), People.PASSWORD, WANTED).then().statusCode(200);

        RestAssured.get(link).then().statusCode(404);
        assertThat(signsIn(person, WANTED)).isTrue();
    }

    @Test
    @DisplayName("R15 a change closes every other session, before the answer")
    void aChangeClosesEveryOtherSession() {
        Person person = people.add();
        SignedIn caller = SignedIn.pilot(person.id(), 42);

        change(caller, People.PASSWORD, WANTED).then().statusCode(200);

        assertThat(closings(person)).hasSize(1);
        assertThat(new JsonObject(closings(person).get(0).body()))
                .isEqualTo(new JsonObject()
                        .put("except", caller.session().id().value())
                        .put("reason", "password_changed")
                        .put("version", people.row(person).getLong("standing_version")));
    }

    @Test
    @DisplayName("R15 the other sessions are closed as soon as session-service is back")
    void theOtherSessionsAreClosedAsSoonAsSessionServiceIsBack() {
        Person person = people.add();
        PeersTestResource.peers().goAway();

        change(SignedIn.pilot(person.id(), 42), People.PASSWORD, WANTED).then().statusCode(200);
        assertThat(closings(person)).isEmpty();
        PeersTestResource.peers().comeBack();

        Eventually.holds("the sessions are closed", () -> !closings(person).isEmpty());
        assertThat(signsIn(person, WANTED)).isTrue();
    }

    @Test
    @DisplayName("R15 a change needs the current password")
    void aWrongCurrentPasswordChangesNothing() {
        Person person = people.add();

        change(SignedIn.pilot(person.id(), 42), "not my password at all", WANTED)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("result", is(false))
                .body("message", equalTo("The current password is wrong"));

        assertThat(people.hashOf(person)).isEqualTo(People.HASH);
        assertThat(closings(person)).isEmpty();
    }

    @Test
    @DisplayName("R06 wrong current passwords count towards the throttle of every way in")
    void wrongCurrentPasswordsAreThrottled() {
        Person person = people.add();
        SignedIn caller = SignedIn.pilot(person.id(), 42);
        for (int i = 0; i < 10; i++) {
            change(caller, "not my password at all", WANTED).then().statusCode(404);
        }

        change(caller, People.PASSWORD, WANTED)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("TOO_MANY_ATTEMPTS"));
        verify(person, People.PASSWORD).then().statusCode(429);
    }

    @ParameterizedTest
    @DisplayName("R10 R11 what the policy refuses is refused with the reason, and costs no attempt")
    @CsvSource({
        "short, too_short",
        "passwordpassword, common",
        "acmeflightschool1, derived",
        "muster-muster-muster, derived",
        "aaaaaaaaaaaaaaaaaaaa, guessable"
    })
    void whatThePolicyRefusesIsRefusedWithTheReason(String wanted, String code) {
        Person person = people.add();

        change(SignedIn.pilot(person.id(), 42), People.PASSWORD, wanted)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/newpassword"))
                .body("errors.code", contains(code))
                .body("message", notNullValue());

        assertThat(people.hashOf(person)).isEqualTo(People.HASH);
    }

    @Test
    @DisplayName("R10 a second factor allows a shorter password")
    void aSecondFactorAllowsAShorterPassword() {
        Person person = people.add();
        people.set(person, "two_factor = 'TOTP'");

        change(SignedIn.pilot(person.id(), 42), People.PASSWORD, "x9#kQ2!v")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("R12 the new password is stored as an Argon2id PHC string with a salt of its own")
    void theNewPasswordIsStoredAsArgon2id() {
        Person one = people.add();
        Person other = people.add();

        change(SignedIn.pilot(one.id(), 42), People.PASSWORD, WANTED).then().statusCode(200);
        change(SignedIn.pilot(other.id(), 42), People.PASSWORD, WANTED).then().statusCode(200);

        assertThat(people.hashOf(one)).startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
        assertThat(people.hashOf(one)).isNotEqualTo(people.hashOf(other));
    }

    @Test
    void bothNewPasswordsMustBeTheSame() {
        send(SignedIn.pilot(people.add().id(), 42), People.PASSWORD, WANTED, WANTED + "!")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/newpasswordrepeat"))
                .body("errors.code", contains("mismatch"));
    }

    @Test
    @DisplayName("R34 everything missing, unknown or of the wrong type is named at once")
    void everythingWrongIsNamedAtOnce() {
        SignedIn.pilot(people.add().id(), 42)
                .request()
                .contentType("application/json")
                .body("{\"password\": 5, \"newpassword\": null, \"admin\": true}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/password", "/newpassword", "/newpasswordrepeat", "/admin"));
    }

    @ParameterizedTest
    @CsvSource({"'', 400", "'{', 400", "'[]', 400", "'\"text\"', 400"})
    @DisplayName("R38 a body that is not the expected JSON is a problem")
    void aBodyThatIsNoObjectIsAProblem(String body, int status) {
        SignedIn.pilot(people.add().id(), 42)
                .request()
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void aFormWithTheSameNamesIsAccepted() {
        Person person = people.add();

        SignedIn.pilot(person.id(), 42)
                .request()
                .formParam("password", People.PASSWORD)
                .formParam("newpassword", WANTED)
                .formParam("newpasswordrepeat", WANTED)
                .post(PATH)
                .then()
                .statusCode(200)
                .body("result", is(true));

        assertThat(signsIn(person, WANTED)).isTrue();
    }

    @Test
    void aFormWithStrangeFieldsIsRefused() {
        SignedIn.pilot(people.add().id(), 42)
                .request()
                .formParam("password", "a", "b")
                .formParam("role", "admin")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/password", "/newpassword", "/newpasswordrepeat", "/role"));
    }

    @Test
    @DisplayName("R15 of changes at the same time one wins, the others' current password is wrong")
    void ofChangesAtTheSameTimeOneWins() {
        Person person = people.add();
        SignedIn caller = SignedIn.pilot(person.id(), 42);

        List<Integer> statuses = Race.of(
                8, i -> change(caller, People.PASSWORD, WANTED + " " + i).statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 404).hasSize(7);
    }

    @Test
    void nobodyChangesAPasswordWithoutAToken() {
        given().contentType("application/json").body("{}").post(PATH).then().statusCode(401);
    }

    private static Response change(SignedIn caller, String present, String wanted) {
        return send(caller, present, wanted, wanted);
    }

    private static Response send(SignedIn caller, String present, String wanted, String repeated) {
        return caller.request()
                .header("X-Forwarded-For", "2001:db8:9:" + Integer.toHexString(ADDRESS.incrementAndGet()) + "::1")
                .contentType("application/json")
                .body(Map.of("password", present, "newpassword", wanted, "newpasswordrepeat", repeated))
                .post(PATH);
    }

    private static List<Asked> closings(Person person) {
        return PeersTestResource.peers().asked("/internal/users/" + person.id() + "/sessions/close");
    }

    private static boolean signsIn(Person person, String password) {
        return verify(person, password).path("accepted");
    }

    private static Response verify(Person person, String password) {
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(Map.of(
                        "email",
                        person.email(),
                        "password",
                        password,
                        "clientIp",
                        "2001:db8:8:" + Integer.toHexString(ADDRESS.incrementAndGet()) + "::1"))
                .post("/internal/credentials/verify");
    }
}
