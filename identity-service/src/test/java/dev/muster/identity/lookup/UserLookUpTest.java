package dev.muster.identity.lookup;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class UserLookUpTest {

    @Inject
    People people;

    @Test
    void aServiceLearnsWhatItMayKnowOfAPerson() {
        Person person = people.add();
        people.set(person, "network_rating = 5, pilot_rating = 2, language = 'fr', active = false");

        ServiceCaller.to("identity-service")
                .get("/internal/users/" + person.id())
                .then()
                .statusCode(200)
                .body("id", equalTo((int) person.id()))
                .body("email", equalTo(person.email()))
                .body("active", is(false))
                .body("networkRating", equalTo(5))
                .body("pilotRating", equalTo(2))
                .body("firstName", equalTo("Ada"))
                .body("lastName", equalTo("Example"))
                .body("language", equalTo("fr"))
                .body("size()", equalTo(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-5", "9223372036854775807"})
    void anUnknownIdIsNotFound(String id) {
        ServiceCaller.to("identity-service")
                .get("/internal/users/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("USER_NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1e3", "99999999999999999999"})
    @DisplayName("R38 an id that is no number is a problem")
    void anIdThatIsNoNumberIsNotFound(String id) {
        ServiceCaller.to("identity-service")
                .get("/internal/users/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    @DisplayName("R36 a user's token does not open it")
    void aUsersTokenDoesNotOpenIt() {
        SignedIn.operator(100_001, 42)
                .request()
                .get("/internal/users/100001")
                .then()
                .statusCode(401);
    }
}
