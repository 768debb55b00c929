package dev.muster.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.FakeOrganizations;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class SignUpTest {

    private static final int ACME = FakeOrganizations.ACME;

    @Inject
    People people;

    @Test
    void anAdministratorMakesAPendingUserWhoGetsAMail() {
        SignedIn admin = SignedIn.admin(people.add().id(), ACME);
        String email = newAddress();

        int id = post(admin, Map.of("email", email, "first_name", "Jamie", "last_name", "Jackson", "country_id", "ES"))
                .statusCode(201)
                .body("email", equalTo(email))
                .body("name", equalTo("Jamie Jackson"))
                .body("country_id", equalTo("ES"))
                .body("role", equalTo("OWNER"))
                .body("default_account.organization_name", equalTo("Default Profile"))
                .extract()
                .path("id");

        assertThat(MailTestResource.server().awaitOnly(email).link()).startsWith("/pages/activation/" + id + "/");
        assertThat(PeersTestResource.organizations().member(ACME, id).getString("status"))
                .isEqualTo("pending");
        assertThat(PeersTestResource.organizations().ownOrganization(id)).isNotNull();
        assertThat(Statements.run("select activated_at from users where id = $1", (long) id)
                        .iterator()
                        .next()
                        .getValue(0))
                .isNull();
    }

    @Test
    void everyFieldIsOptionalForAnAdministrator() {
        SignedIn admin = SignedIn.admin(people.add().id(), ACME);

        post(admin, Map.of())
                .statusCode(201)
                .body("email", nullValue())
                .body("name", nullValue())
                .body("default_account.organization_name", equalTo("Default Profile"));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        SignedIn admin = SignedIn.admin(people.add().id(), ACME);

        post(admin, Map.of("email", "no address", "country_id", "XX", "role", "OWNER", "first_name", 7))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/email", "/country_id", "/role", "/first_name"));
    }

    @Test
    @DisplayName("R08 of 32 concurrent sign-ups with one address exactly one gets 201")
    void ofConcurrentSignUpsOneSucceeds() {
        SignedIn admin = SignedIn.admin(people.add().id(), ACME);
        String email = newAddress();

        List<Integer> statuses = Race.of(
                32,
                i -> post(admin, Map.of("email", i % 2 == 0 ? email : email.toUpperCase(Locale.ROOT)))
                        .extract()
                        .statusCode());

        assertThat(Collections.frequency(statuses, 201)).isOne();
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(31);
    }

    @Test
    void byDefaultNobodySignsThemselvesUp() {
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("email", newAddress()))
                .post("/users")
                .then()
                .statusCode(401);
        post(SignedIn.pilot(people.add().id(), ACME), Map.of("email", newAddress()))
                .statusCode(403);
    }

    @Test
    @DisplayName("R32 whoever may not make users is told so before their body is read")
    void whoMayNotIsRefusedBeforeTheBodyIsRead() {
        RestAssured.given()
                .contentType("application/json")
                .body("{\"email\":")
                .post("/users")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer");
        SignedIn.pilot(people.add().id(), ACME)
                .request()
                .contentType("application/json")
                .body("{\"email\":")
                .post("/users")
                .then()
                .statusCode(403);
        SignedIn.admin(people.add().id(), ACME)
                .request()
                .contentType("application/json")
                .body("{\"email\":")
                .post("/users")
                .then()
                .statusCode(400);
    }

    @Test
    @DisplayName("R44 a user made while org-service is away is taken in when it is back")
    void aUserMadeWhileOrgServiceIsAwayIsTakenIn() {
        SignedIn admin = SignedIn.admin(people.add().id(), ACME);
        String email = newAddress();
        PeersTestResource.organizations().goAway();
        try {
            post(admin, Map.of("email", email)).statusCode(201).body("default_account", nullValue());
        } finally {
            PeersTestResource.organizations().comeBack();
        }

        long id = Statements.number("select id from users where email_key = $1", email);
        Eventually.holds(
                "org-service has taken the user in",
                () -> PeersTestResource.organizations().member(ACME, id) != null
                        && PeersTestResource.organizations().ownOrganization(id) != null);
    }

    private static String newAddress() {
        return "new-" + UUID.randomUUID() + "@people.example";
    }

    private static ValidatableResponse post(SignedIn caller, Map<String, ?> body) {
        return caller.request()
                .contentType("application/json")
                .body(body)
                .post("/users")
                .then();
    }
}
