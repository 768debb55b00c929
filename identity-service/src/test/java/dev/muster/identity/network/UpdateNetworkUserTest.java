package dev.muster.identity.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.FakePeers.Asked;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.SignIn;
import dev.muster.testkit.access.SignedIn;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class UpdateNetworkUserTest {

    private static final String PASSWORD = "seven purple otters juggling";
    private static final String FSD_PASSWORD = "blue runway number nine";

    @Inject
    People people;

    @Test
    void everyFieldIsChangedAndTheAnswerIsTheRecord() {
        Person person = people.add();
        Map<String, Object> wanted = NetworkCaller.somebody();
        wanted.put("cid", person.id());

        NetworkCaller.supervisor()
                .put(wanted)
                .then()
                .statusCode(201)
                .body("msg", equalTo("success"))
                .body("user.cid", equalTo((int) person.id()))
                .body("user.email", equalTo(wanted.get("email")))
                .body("user.first_name", equalTo("Nora"))
                .body("user.last_name", equalTo("Vector"))
                .body("user.network_rating", equalTo(2))
                .body("user.pilot_rating", equalTo(3))
                .body("user.size()", equalTo(8));

        Row row = people.row(person);
        assertThat(row.getString("email")).isEqualTo(wanted.get("email"));
        assertThat(row.getString("first_name")).isEqualTo("Nora");
        assertThat(row.getInteger("network_rating")).isEqualTo(2);
        assertThat(row.getInteger("pilot_rating")).isEqualTo(3);
        assertThat(people.hashOf(person)).isEqualTo(People.HASH);
        assertThat(closings(person)).isEmpty();
    }

    @Test
    void thePublishedClientsWayOfPuttingIsTaken() {
        Person person = people.add();
        Map<String, Object> user = NetworkCaller.recordOf(person);
        user.put("password", "");
        user.put("fsd_password", "");

        NetworkCaller.supervisor()
                .send("PUT", Map.of("cid", person.id(), "user", user))
                .then()
                .statusCode(201);

        assertThat(people.hashOf(person)).isEqualTo(People.HASH);
        assertThat(people.fsdHashOf(person)).isNull();
    }

    @Test
    void aRecordIsPutBackAsItWasRead() {
        Person person = people.add();
        Map<String, Object> read = NetworkCaller.supervisor().get(person.id()).path("user");
        Map<String, Object> changed = NetworkCaller.with(read, "first_name", "Grace");

        NetworkCaller.supervisor().put(changed).then().statusCode(201);

        assertThat(people.row(person).getString("first_name")).isEqualTo("Grace");
    }

    @Test
    void aRecordThatHasChangedSinceItWasReadIsAConflict() {
        Person person = people.add();
        Map<String, Object> read = NetworkCaller.supervisor().get(person.id()).path("user");
        people.set(person, "first_name = 'Grace', updated_at = updated_at + interval '1 minute'");

        NetworkCaller.supervisor().put(read).then().statusCode(409).body("code", equalTo("CONFLICT"));

        assertThat(people.row(person).getString("first_name")).isEqualTo("Grace");
    }

    @Test
    @DisplayName("R34 the time of creation cannot be changed")
    void theTimeOfCreationCannotBeChanged() {
        NetworkCaller.supervisor()
                .put(NetworkCaller.with(NetworkCaller.recordOf(people.add()), "created_at", 1))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/user/created_at"))
                .body("errors.code", contains("read_only"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cid", "email", "first_name", "last_name", "network_rating", "pilot_rating"})
    void aMissingFieldIsNamed(String field) {
        Person person = people.add();
        Map<String, Object> absent = NetworkCaller.with(NetworkCaller.recordOf(person), field, null);
        Map<String, Object> none = new HashMap<>(NetworkCaller.recordOf(person));
        none.put(field, null);

        List.of(absent, none)
                .forEach(user -> NetworkCaller.supervisor()
                        .put(user)
                        .then()
                        .statusCode(400)
                        .body("errors.pointer", contains("/user/" + field))
                        .body("errors.code", contains("required"))
                        .body("msg", equalTo("This field is needed")));
    }

    @Test
    void twoIdsInOneRequestAreRefused() {
        Person person = people.add();

        NetworkCaller.supervisor()
                .send("PUT", Map.of("cid", person.id() + 1, "user", NetworkCaller.recordOf(person)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/cid"));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 0, -1})
    void anUnknownIdIsNotFound(long cid) {
        NetworkCaller.supervisor()
                .put(NetworkCaller.with(NetworkCaller.recordOf(people.add()), "cid", cid))
                .then()
                .statusCode(404)
                .body("code", equalTo("USER_NOT_FOUND"));
    }

    @Test
    @DisplayName("R23 a changed rating is in force on open sessions before the answer")
    void aChangedRatingIsInForceBeforeTheAnswer() {
        Person person = people.add();

        NetworkCaller.supervisor()
                .put(NetworkCaller.with(NetworkCaller.recordOf(person), "network_rating", 4))
                .then()
                .statusCode(201);

        assertThat(lastPush(person))
                .isEqualTo(new JsonObject()
                        .put("version", 2)
                        .put("active", true)
                        .put("networkRating", 4)
                        .put("pilotRating", 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    @DisplayName("R22 a suspended person's sessions are closed before the answer, and sign-in is barred")
    void aSuspendedPersonIsOut(int rating) {
        Person person = people.add();

        NetworkCaller.supervisor()
                .put(NetworkCaller.with(NetworkCaller.recordOf(person), "network_rating", rating))
                .then()
                .statusCode(201);

        assertThat(lastPush(person).getInteger("networkRating")).isEqualTo(rating);
        assertThat(SignIn.succeeds(person.email(), People.PASSWORD)).isFalse();
    }

    @Test
    void whatChangesNoRatingPushesNothing() {
        Person person = people.add();

        NetworkCaller.supervisor()
                .put(NetworkCaller.with(NetworkCaller.recordOf(person), "first_name", "Grace"))
                .then()
                .statusCode(201);

        assertThat(pushes(person)).isEmpty();
    }

    @Test
    @DisplayName("R15 R22 another password closes every session before the answer")
    void anotherPasswordClosesEverySession() {
        Person person = people.add();

        NetworkCaller.supervisor()
                .put(NetworkCaller.with(NetworkCaller.recordOf(person), "password", PASSWORD))
                .then()
                .statusCode(201);

        assertThat(closings(person)).hasSize(1);
        assertThat(new JsonObject(closings(person).get(0).body()).getString("except"))
                .isNull();
        assertThat(SignIn.succeeds(person.email(), PASSWORD)).isTrue();
        assertThat(SignIn.succeeds(person.email(), People.PASSWORD)).isFalse();
        assertThat(people.row(person).getOffsetDateTime("updated_at").toInstant())
                .isAfter(Instant.now().minusSeconds(60));
    }

    @Test
    void whoChangesTheirOwnPasswordStaysSignedIn() {
        Person person = people.add();
        people.set(person, "network_rating = 12");
        SignedIn administrator = SignedIn.rated(person.id(), 42, 12);
        Map<String, Object> user = NetworkCaller.recordOf(person);
        user.put("network_rating", 12);
        user.put("password", PASSWORD);

        NetworkCaller.of(administrator).put(user).then().statusCode(201);

        assertThat(new JsonObject(closings(person).get(0).body()).getString("except"))
                .isEqualTo(administrator.session().id().value());
    }

    @Test
    void somebodyNotActivatedSignsInWithThePasswordThatTheyAreGiven() {
        Person person = people.add();
        people.set(person, "activated_at = null");

        NetworkCaller.supervisor()
                .put(NetworkCaller.with(NetworkCaller.recordOf(person), "password", PASSWORD))
                .then()
                .statusCode(201);

        assertThat(SignIn.succeeds(person.email(), PASSWORD)).isTrue();
    }

    @Test
    void anFsdPasswordClosesNothing() {
        Person person = people.add();

        NetworkCaller.supervisor()
                .put(NetworkCaller.with(NetworkCaller.recordOf(person), "fsd_password", FSD_PASSWORD))
                .then()
                .statusCode(201);

        assertThat(NetworkCaller.fsdVerdict(person.id(), FSD_PASSWORD)).isEqualTo("OK");
        assertThat(SignIn.succeeds(person.email(), People.PASSWORD)).isTrue();
        assertThat(closings(person)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fsd_password, " + PASSWORD + ", same_password",
        "password, " + FSD_PASSWORD + ", same_password",
        "password, short, too_short",
        "fsd_password, passwordpassword, common"
    })
    @DisplayName("R10 R11 a refused password changes nothing and is named with the reason")
    void aRefusedPasswordChangesNothing(String field, String password, String code) {
        Person person = people.add();
        Map<String, Object> before = NetworkCaller.recordOf(person);
        before.put("password", PASSWORD);
        before.put("fsd_password", FSD_PASSWORD);
        NetworkCaller.supervisor().put(before).then().statusCode(201);
        String hash = people.hashOf(person);
        Map<String, Object> wanted = NetworkCaller.with(NetworkCaller.recordOf(person), field, password);

        NetworkCaller.supervisor()
                .put(NetworkCaller.with(wanted, "first_name", "Grace"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/user/" + field))
                .body("errors.code", contains(code));

        assertThat(people.row(person).getString("first_name")).isEqualTo("Ada");
        assertThat(people.hashOf(person)).isEqualTo(hash);
    }

    @Test
    @DisplayName("R34 everything wrong is named at once")
    void everythingWrongIsNamedAtOnce() {
        Map<String, Object> user = NetworkCaller.recordOf(people.add());
        user.put("pilot_rating", 5);
        user.put("network_rating", 99);
        user.remove("last_name");
        user.put("email", "nobody");

        NetworkCaller.supervisor()
                .put(user)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/user/pilot_rating", "/user/network_rating", "/user/last_name", "/user/email"))
                .body("msg", equalTo("4 fields are invalid"));
    }

    private static List<Asked> closings(Person person) {
        return PeersTestResource.peers().asked("/internal/users/" + person.id() + "/sessions/close");
    }

    /** A push whose answer was late is made again. */
    private static JsonObject lastPush(Person person) {
        List<Asked> pushes = pushes(person);
        return new JsonObject(pushes.get(pushes.size() - 1).body());
    }

    private static List<Asked> pushes(Person person) {
        return PeersTestResource.peers().asked("/internal/users/" + person.id() + "/standing");
    }
}
