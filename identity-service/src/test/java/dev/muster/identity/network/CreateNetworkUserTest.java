package dev.muster.identity.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.SignIn;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class CreateNetworkUserTest {

    private static final String PASSWORD = "seven purple otters juggling";
    private static final String FSD_PASSWORD = "blue runway number nine";

    @Inject
    People people;

    private final Map<String, Object> somebody = NetworkCaller.somebody();
    private final String email = (String) somebody.get("email");

    @Test
    void somebodyNewIsAnsweredWithTheRecord() {
        long before = Instant.now().getEpochSecond();

        Response answer = NetworkCaller.supervisor().post(withPasswords());

        answer.then()
                .statusCode(200)
                .body("msg", equalTo("success"))
                .body("user.email", equalTo(email))
                .body("user.first_name", equalTo("Nora"))
                .body("user.last_name", equalTo("Vector"))
                .body("user.network_rating", equalTo(2))
                .body("user.pilot_rating", equalTo(3))
                .body("user.size()", equalTo(8));
        assertThat(cidOf(answer)).isGreaterThanOrEqualTo(100_000);
        assertThat(answer.jsonPath().getLong("user.created_at"))
                .isBetween(before, Instant.now().getEpochSecond())
                .isEqualTo(answer.jsonPath().getLong("user.updated_at"));
    }

    @Test
    void thePersonSignsInAndEntersTheNetworkWithTheGivenPasswords() {
        long cid = cidOf(NetworkCaller.supervisor().post(withPasswords()));

        assertThat(SignIn.succeeds(email, PASSWORD)).isTrue();
        assertThat(SignIn.succeeds(email, FSD_PASSWORD)).isFalse();
        assertThat(NetworkCaller.fsdVerdict(cid, FSD_PASSWORD)).isEqualTo("OK");
        assertThat(NetworkCaller.fsdVerdict(cid, PASSWORD)).isEqualTo("WRONG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "empty"})
    void passwordsThatAreLeftOutAreGeneratedAndShownOnce(String how) {
        if (how.equals("empty")) {
            somebody.put("password", "");
            somebody.put("fsd_password", "");
        }

        Response answer = NetworkCaller.supervisor().post(somebody);
        String password = answer.path("user.password");
        String fsdPassword = answer.path("user.fsd_password");

        assertThat(List.of(password, fsdPassword)).doesNotHaveDuplicates().allMatch(text -> text.matches("[\\w-]{32}"));
        assertThat(SignIn.succeeds(email, password)).isTrue();
        assertThat(NetworkCaller.fsdVerdict(cidOf(answer), fsdPassword)).isEqualTo("OK");
        NetworkCaller.supervisor()
                .get(cidOf(answer))
                .then()
                .body("user.password", nullValue())
                .body("user.fsd_password", nullValue());
    }

    @Test
    void onlyWhatWasGeneratedIsShown() {
        NetworkCaller.supervisor()
                .post(NetworkCaller.with(somebody, "password", PASSWORD))
                .then()
                .body("user.password", nullValue())
                .body("user.fsd_password.length()", equalTo(32));
    }

    @Test
    @DisplayName("R30 both passwords are stored as Argon2id PHC strings only")
    void bothPasswordsAreStoredHashed() {
        long cid = cidOf(NetworkCaller.supervisor().post(somebody));

        Row row = Statements.run("select password_hash, fsd_password_hash from credentials where user_id = $1", cid)
                .iterator()
                .next();

        assertThat(List.of(row.getString(0), row.getString(1)))
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.startsWith("$argon2id$v=19$m=7168,t=5,p=1$"));
    }

    @Test
    void aGivenIdIsIgnored() {
        long cid = cidOf(NetworkCaller.supervisor().post(NetworkCaller.with(somebody, "cid", 7)));

        assertThat(cid).isGreaterThanOrEqualTo(100_000);
    }

    @Test
    @DisplayName("R08 of 32 who are made with one address at the same time one is, the others are 409")
    void ofManyWithOneAddressOneIsMade() {
        NetworkCaller caller = NetworkCaller.administrator();
        caller.get(7).then().statusCode(404);
        String address = email.toUpperCase(Locale.ROOT);

        List<Integer> statuses = Race.of(
                32,
                i -> caller.post(NetworkCaller.with(somebody, "email", i % 2 == 0 ? email : address))
                        .statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(31);
        assertThat(Statements.number("select count(*) from users where email_key = $1", email))
                .isEqualTo(1);
    }

    @Test
    void aTakenAddressIsAConflict() {
        NetworkCaller.supervisor()
                .post(NetworkCaller.with(somebody, "email", people.add().email()))
                .then()
                .statusCode(409)
                .body("code", equalTo("EMAIL_TAKEN"));
    }

    @ParameterizedTest
    @CsvSource({"11, 10, 200", "11, 11, 403", "11, 12, 403", "12, 11, 200", "12, 12, 200", "10, 1, 403"})
    @DisplayName("R32 supervisors make people below their rating, administrators anybody, others nobody")
    void whoMayMakeWhom(int rating, int wanted, int status) {
        NetworkCaller caller = NetworkCaller.of(SignedIn.rated(42_000, 42, rating));

        caller.post(NetworkCaller.with(somebody, "network_rating", wanted))
                .then()
                .statusCode(status);

        assertThat(Statements.number("select count(*) from users where email_key = $1", email))
                .isEqualTo(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "password, short, too_short",
        "password, passwordpassword, common",
        "password, noravector1234567, derived",
        "fsd_password, aaaaaaaaaaaaaaaaaaaa, guessable"
    })
    @DisplayName("R10 R11 a password that the policy refuses is refused with the reason")
    void aPasswordThatThePolicyRefusesIsRefused(String field, String password, String code) {
        NetworkCaller.supervisor()
                .post(NetworkCaller.with(somebody, field, password))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/user/" + field))
                .body("errors.code", contains(code));
    }

    @Test
    void theTwoPasswordsDiffer() {
        somebody.put("password", PASSWORD);
        somebody.put("fsd_password", PASSWORD);

        NetworkCaller.supervisor()
                .post(somebody)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/user/fsd_password"))
                .body("errors.code", contains("same_password"));
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
        NetworkCaller.supervisor()
                .post(Map.of())
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/user/email",
                                "/user/first_name",
                                "/user/last_name",
                                "/user/network_rating",
                                "/user/pilot_rating"));
        NetworkCaller.supervisor().send("POST", "{}").then().statusCode(400).body("errors.pointer", contains("/user"));
    }

    @ParameterizedTest
    @CsvSource({
        "email, no address",
        "network_rating, 13",
        "network_rating, -2",
        "pilot_rating, 2",
        "pilot_rating, 64",
        "pilot_rating, -1",
        "network_rating, 2147483648",
        "first_name, a\u0000b",
        "last_name, 'Ada,\n\nread https://elsewhere.example'",
        "cid, text"
    })
    void aWrongValueIsNamed(String field, String value) {
        Map<String, Object> user = new HashMap<>(somebody);
        user.put(field, value.matches("-?\\d+") ? (Object) Long.valueOf(value) : value);

        NetworkCaller.supervisor()
                .post(user)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/user/" + field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"network_rating\": \"2\" | /user/network_rating",
                "\"network_rating\": 2.0 | /user/network_rating",
                "\"network_rating\": true | /user/network_rating",
                "\"email\": 5 | /user/email",
                "\"password\": 123456789012345678 | /user/password",
                "\"admin\": true | /user/admin",
                "\"rating\": 1 | /user/rating",
                "\"created_at\": 1 | /user/created_at",
                "\"updated_at\": 1 | /user/updated_at"
            })
    @DisplayName("R34 unknown fields, read-only fields and values of the wrong type are refused")
    void whatCannotBeReadIsRefused(String member, String pointer) {
        somebody.remove(pointer.substring("/user/".length()));
        String user = new JsonObject(somebody).encode();

        NetworkCaller.supervisor()
                .send("POST", "{\"user\": {" + member + ", " + user.substring(1) + "}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
        assertThat(Statements.number("select count(*) from users where email_key = $1", email))
                .isZero();
    }

    private Map<String, Object> withPasswords() {
        return NetworkCaller.with(NetworkCaller.with(somebody, "password", PASSWORD), "fsd_password", FSD_PASSWORD);
    }

    private static long cidOf(Response answer) {
        return answer.jsonPath().getLong("user.cid");
    }
}
