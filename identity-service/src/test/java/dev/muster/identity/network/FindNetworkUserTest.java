package dev.muster.identity.network;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.access.SignedIn;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class FindNetworkUserTest {

    @Inject
    People people;

    @Test
    void aSupervisorReadsTheWholeRecordInTheSpecsOrder() {
        Person person = people.add();
        people.set(
                person,
                "network_rating = 5, pilot_rating = 7, created_at = to_timestamp(1727046065.9),"
                        + " updated_at = to_timestamp(1760717376.031)");

        Response answer = NetworkCaller.supervisor().get(person.id());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.asString())
                .isEqualTo("{\"msg\":\"success\",\"user\":{\"cid\":%d,\"email\":\"%s\",\"first_name\":\"Ada\","
                                .formatted(person.id(), person.email())
                        + "\"last_name\":\"Example\",\"network_rating\":5,\"pilot_rating\":7,"
                        + "\"updated_at\":1760717376,\"created_at\":1727046065}}");
    }

    @Test
    void everybodyReadsTheirOwnRecord() {
        Person person = people.add();

        NetworkCaller.observer(person.id())
                .get(person.id())
                .then()
                .statusCode(200)
                .body("user.cid", equalTo((int) person.id()))
                .body("user.password", nullValue());
    }

    @Test
    @DisplayName("R33 others get one answer for people who exist and who do not")
    void othersGetOneAnswerForEverybodyElse() {
        Person other = people.add();
        NetworkCaller caller = NetworkCaller.observer(people.add().id());

        Response known = caller.get(other.id());
        Response unknown = caller.get(7);

        assertThat(known.statusCode()).isEqualTo(403);
        assertThat(unknown.statusCode()).isEqualTo(403);
        known.then().body("msg", equalTo(unknown.path("msg"))).body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void anOperatorByPermissionIsNoSupervisor() {
        NetworkCaller.of(SignedIn.operator(people.add().id(), 42))
                .get(people.add().id())
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "0", "-5", "9223372036854775807"})
    void anUnknownIdIsNotFound(String cid) {
        NetworkCaller.supervisor()
                .get(cid)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("USER_NOT_FOUND"))
                .body("msg", equalTo("There is no such user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1e3", "99999999999999999999", "1.5", "%20", "+100001", "%EF%BC%91%EF%BC%90"})
    @DisplayName("R38 an id that is no number is named")
    void anIdThatIsNoNumberIsNamed(String cid) {
        NetworkCaller.supervisor()
                .signedIn()
                .request()
                .urlEncodingEnabled(false)
                .get(NetworkCaller.PATH + "/" + cid)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/cid"))
                .body("msg", equalTo("A network id is a number"));
    }

    @ParameterizedTest
    @CsvSource({"GET, /100000", "POST, ''", "PUT, ''"})
    @DisplayName("R32 nobody does anything without a token")
    void nobodyDoesAnythingWithoutAToken(String method, String path) {
        given().contentType("application/json")
                .body("{}")
                .request(method, NetworkCaller.PATH + path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("msg", equalTo("A valid token is needed"));
    }

    @Test
    @DisplayName("R38 a method that is not offered is a problem that names the others")
    void aMethodThatIsNotOfferedIsAProblem() {
        NetworkCaller.supervisor()
                .signedIn()
                .request()
                .get(NetworkCaller.PATH)
                .then()
                .statusCode(405)
                .body("msg", equalTo("The method is not allowed here"));
    }
}
