package dev.muster.identity.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.SignIn;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class DeleteNetworkUserTest {

    private static final String FSD_PASSWORD = "blue runway number nine";

    @Inject
    People people;

    @BeforeEach
    void anAdministratorIsThere() {
        people.set(people.add(), "network_rating = 12");
    }

    @Test
    @DisplayName("R22 a deleted person is gone and out before the answer")
    void aDeletedPersonIsGone() {
        Person person = people.add();

        NetworkCaller.administrator().delete(person.id()).then().statusCode(204).body(emptyString());

        NetworkCaller.administrator().get(person.id()).then().statusCode(404);
        assertThat(SignIn.succeeds(person.email(), People.PASSWORD)).isFalse();
        assertThat(PeersTestResource.peers().asked("/internal/users/" + person.id()))
                .isNotEmpty();
        assertThat(PeersTestResource.organizations()
                        .asked("DELETE", "/internal/users/" + person.id() + "/memberships?force=true"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12, 204", "11, 403", "10, 403", "1, 403"})
    @DisplayName("R32 only administrators delete people")
    void onlyAdministratorsDelete(int rating, int status) {
        Person person = people.add();

        NetworkCaller.of(SignedIn.rated(42_000, 42, rating))
                .delete(person.id())
                .then()
                .statusCode(status);

        assertThat(Statements.number("select count(*) from users where id = $1", person.id()))
                .isEqualTo(status == 204 ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 0, -1, Long.MAX_VALUE})
    void anUnknownIdIsNotFound(long cid) {
        NetworkCaller.administrator().delete(cid).then().statusCode(404).body("code", equalTo("USER_NOT_FOUND"));
    }

    @Test
    void deletingTwiceIsNotFound() {
        Person person = people.add();
        NetworkCaller.administrator().delete(person.id()).then().statusCode(204);

        NetworkCaller.administrator().delete(person.id()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"cid\": null}", "{\"cid\": \"100000\"}", "{\"cid\": 1.5}"})
    void anIdThatIsMissingOrNoNumberIsNamed(String body) {
        NetworkCaller.administrator()
                .send("DELETE", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/cid"));
    }

    @Test
    @DisplayName("R34 an unknown field is refused")
    void anUnknownFieldIsRefused() {
        NetworkCaller.administrator()
                .send("DELETE", Map.of("cid", people.add().id(), "force", true))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/force"));
    }

    @Test
    @DisplayName("R35 the last administrator is not deleted")
    void theLastAdministratorIsNotDeleted() {
        Person last = onlyAdministrator();

        NetworkCaller.of(SignedIn.rated(last.id(), 42, 12))
                .delete(last.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("LAST_ADMINISTRATOR"))
                .body("msg", equalTo("The last administrator cannot go"));

        assertThat(people.row(last).getInteger("network_rating")).isEqualTo(12);
        assertThat(PeersTestResource.organizations().asked("DELETE", "/internal/users/" + last.id() + "/memberships"))
                .isEmpty();
    }

    @Test
    @DisplayName("R35 of two administrators who delete each other at the same time one stays")
    void ofTwoWhoDeleteEachOtherOneStays() {
        Person one = onlyAdministrator();
        Person other = people.add();
        people.set(other, "network_rating = 12");

        List<Integer> statuses = Race.of(
                2,
                i -> NetworkCaller.of(SignedIn.rated(i == 0 ? one.id() : other.id(), 42, 12))
                        .delete(i == 0 ? other.id() : one.id())
                        .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        assertThat(Statements.number("select count(*) from users where network_rating = 12"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("R35 of two administrators of whom one is lowered and one deleted at the same time one stays")
    void ofOneLoweredAndOneDeletedOneStays() {
        Person one = onlyAdministrator();
        Person other = people.add();
        people.set(other, "network_rating = 12");

        List<Integer> statuses = Race.of(
                2,
                i -> i == 0
                        ? NetworkCaller.of(SignedIn.rated(one.id(), 42, 12))
                                .delete(other.id())
                                .statusCode()
                        : NetworkCaller.of(SignedIn.rated(other.id(), 42, 12))
                                .put(NetworkCaller.recordOf(one))
                                .statusCode());

        assertThat(statuses).containsOnlyOnce(409);
        assertThat(Statements.number("select count(*) from users where network_rating = 12"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("R37 an id is never given again, and the same address registered again inherits nothing")
    void theSameAddressRegisteredAgainInheritsNothing() {
        Map<String, Object> user = NetworkCaller.somebody();
        user.put("network_rating", 5);
        user.put("fsd_password", FSD_PASSWORD);
        Response first = NetworkCaller.administrator().post(user);
        long former = cidOf(first);
        String formerPassword = first.path("user.password");
        NetworkCaller.administrator().delete(former).then().statusCode(204);

        Response second = NetworkCaller.administrator()
                .post(NetworkCaller.with(NetworkCaller.with(user, "network_rating", 1), "fsd_password", null));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(cidOf(second)).isGreaterThan(former);
        second.then().body("user.network_rating", equalTo(1));
        assertThat(SignIn.succeeds((String) user.get("email"), formerPassword)).isFalse();
        assertThat(NetworkCaller.fsdVerdict(cidOf(second), FSD_PASSWORD)).isEqualTo("WRONG");
        assertThat(NetworkCaller.fsdVerdict(former, FSD_PASSWORD)).isEqualTo("WRONG");
        NetworkCaller.administrator().get(former).then().statusCode(404);
        assertThat(Statements.number("select count(*) from credentials where user_id = $1", former))
                .isZero();
    }

    private Person onlyAdministrator() {
        Statements.run("update users set network_rating = 1 where network_rating = 12");
        Person person = people.add();
        people.set(person, "network_rating = 12");
        return person;
    }

    private static long cidOf(Response answer) {
        return answer.jsonPath().getLong("user.cid");
    }
}
