package dev.muster.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class ViewAccountTest {

    private static final String JAMIE = "first_name = 'Jamie', last_name = 'Jackson', country_id = 195,"
            + " other_id = 'sdh23yv3bobe6yob82', created_at = '2025-10-17 16:09:36.031Z',"
            + " updated_at = '2025-10-18 00:00:00Z'";

    /** Two tries of 700 ms end long before, on however busy a machine; a client without a deadline of its own waits 30 s. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @Inject
    People people;

    @AfterEach
    void everybodyIsBack() {
        PeersTestResource.organizations().comeBack();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/me", "/users/current"})
    void theUserIsExactlyWhatThePublishedApiShows(String path) {
        Person person = people.add();
        people.set(person, JAMIE);
        long own = PeersTestResource.organizations().foundFor(person.id());

        String body = SignedIn.pilot(person.id(), 42)
                .request()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();

        assertThat(body)
                .isEqualTo(("{\"id\":%d,\"email\":\"%s\",\"name\":\"Jamie Jackson\",\"first_name\":\"Jamie\","
                                + "\"last_name\":\"Jackson\",\"country_id\":\"ES\",\"other_id\":\"sdh23yv3bobe6yob82\","
                                + "\"role\":\"OWNER\","
                                + "\"default_account\":{\"id\":%d,\"organization_name\":\"Default Profile\"},"
                                + "\"created_on\":\"2025-10-17T16:09:36.031+00:00\","
                                + "\"updated_on\":\"2025-10-18T00:00:00.000+00:00\"}")
                        .formatted(person.id(), person.email(), own));
    }

    @Test
    void whatIsNotKnownIsNull() {
        Person person = people.add();
        people.set(person, "first_name = '', last_name = ''");

        SignedIn.withoutOrganization(person.id())
                .request()
                .get("/users/me")
                .then()
                .statusCode(200)
                .body("name", nullValue())
                .body("first_name", nullValue())
                .body("last_name", nullValue())
                .body("country_id", nullValue())
                .body("other_id", nullValue())
                .body("role", nullValue())
                .body("default_account", nullValue());
    }

    @Test
    void aWarmViewIsOneStatementAndOneCall() {
        Person person = people.add();
        people.set(person, JAMIE);
        PeersTestResource.organizations().foundFor(person.id());
        SignedIn caller = SignedIn.pilot(person.id(), 42);
        caller.request().get("/users/me").then().statusCode(200);
        long statements = Statements.calls("%from users %");
        int calls = callsAbout(person);
        int countries =
                PeersTestResource.peers().asked("/internal/reference/countries").size();

        for (int i = 0; i < 10; i++) {
            caller.request().get("/users/me").then().statusCode(200);
        }

        assertThat(Statements.calls("%from users %") - statements).isEqualTo(10);
        assertThat(callsAbout(person) - calls).isEqualTo(10);
        assertThat(PeersTestResource.peers().asked("/internal/reference/countries"))
                .hasSize(countries);
    }

    private static int callsAbout(Person person) {
        return PeersTestResource.organizations()
                .asked("GET", "/internal/users/" + person.id())
                .size();
    }

    @Test
    void theViewIsUnavailableWithinItsDeadlineWhileOrgServiceDoesNotAnswer() {
        SignedIn caller = SignedIn.pilot(people.add().id(), 42);
        PeersTestResource.organizations().fallSilent();
        long start = System.nanoTime();

        caller.request().get("/users/me").then().statusCode(503).body("code", equalTo("SERVICE_UNAVAILABLE"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
    }

    @Test
    void theViewIsUnavailableWhileOrgServiceIsAway() {
        SignedIn caller = SignedIn.pilot(people.add().id(), 42);
        PeersTestResource.organizations().goAway();

        caller.request().get("/users/me").then().statusCode(503).body("code", equalTo("SERVICE_UNAVAILABLE"));
    }

    @Test
    void nobodySeesAUserWithoutAToken() {
        for (String path :
                new String[] {"/users/me", "/users/current", "/users/email/a@b.example", "/users/a@b.example"}) {
            RestAssured.get(path).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        }
    }

    @Test
    void orgServiceGetsItsPartOfTheUser() {
        Person person = people.add();
        people.set(person, JAMIE);

        String body = ServiceCaller.to("identity-service")
                .get("/internal/users/" + person.id() + "/account")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(body)
                .isEqualTo(("{\"id\":%d,\"email\":\"%s\",\"name\":\"Jamie Jackson\",\"firstName\":\"Jamie\","
                                + "\"lastName\":\"Jackson\",\"countryId\":\"ES\",\"otherId\":\"sdh23yv3bobe6yob82\","
                                + "\"createdOn\":\"2025-10-17T16:09:36.031+00:00\","
                                + "\"updatedOn\":\"2025-10-18T00:00:00.000+00:00\"}")
                        .formatted(person.id(), person.email()));
        ServiceCaller.to("identity-service")
                .get("/internal/users/99/account")
                .then()
                .statusCode(404)
                .body("code", equalTo("USER_NOT_FOUND"));
    }
}
