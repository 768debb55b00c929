package dev.muster.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.access.SignedIn;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class UpdateAccountTest {

    @Inject
    People people;

    private Person person;

    @BeforeEach
    void somebodyIsThere() {
        people.forgetAttempts();
        person = people.add();
        people.set(person, "last_name = 'Lovelace', other_id = 'old-1', updated_at = '2020-01-01 00:00:00Z'");
        PeersTestResource.organizations().foundFor(person.id());
    }

    @AfterEach
    void everybodyIsBack() {
        PeersTestResource.organizations().comeBack();
        PeersTestResource.peers().comeBack();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/me", "/users/current", "/users"})
    void theUserIsChangedUnderEachPath(String path) {
        put(
                        path,
                        Map.of(
                                "email", person.email(),
                                "first_name", " Jamie ",
                                "last_name", "Jackson",
                                "country_id", "es",
                                "other_id", "new-2"))
                .statusCode(200)
                .body("id", equalTo((int) person.id()))
                .body("name", equalTo("Jamie Jackson"))
                .body("country_id", equalTo("ES"))
                .body("other_id", equalTo("new-2"))
                .body("default_account.organization_name", equalTo("Default Profile"));

        assertThat(people.row(person).getString("first_name")).isEqualTo("Jamie");
        assertThat(people.row(person).getInteger("country_id")).isEqualTo(195);
        assertThat(people.row(person).getOffsetDateTime("updated_at").getYear()).isGreaterThan(2020);
    }

    @Test
    void whatIsLeftOutStaysAndWhatIsNullIsCleared() {
        put("/users/me", Map.of("email", person.email(), "first_name", "Ada", "country_id", "AF"))
                .statusCode(200)
                .body("last_name", equalTo("Lovelace"))
                .body("other_id", equalTo("old-1"));

        Map<String, Object> cleared = new HashMap<>();
        cleared.put("email", person.email());
        cleared.put("first_name", "Ada");
        cleared.put("country_id", "AF");
        cleared.put("last_name", null);
        cleared.put("other_id", "");
        put("/users/me", cleared)
                .statusCode(200)
                .body("last_name", nullValue())
                .body("other_id", nullValue())
                .body("name", equalTo("Ada"));
    }

    @Test
    void everyMissingFieldIsNamed() {
        put("/users/me", Map.of("last_name", "Jackson"))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/country_id", "/email", "/first_name"))
                .body("errors.code.unique()", contains("required"));
    }

    @Test
    @DisplayName("R34 unknown and read-only fields are refused together with everything else that is wrong")
    void unknownAndReadOnlyFieldsAreRefused() {
        Map<String, Object> body = new HashMap<>(Map.of(
                "email",
                "no address",
                "first_name",
                "x".repeat(101),
                "last_name",
                7,
                "country_id",
                "XX",
                "other_id",
                "a\u0000b",
                "password",
                7));
        body.putAll(Map.of(
                "id",
                1,
                "role",
                "OWNER",
                "default_account",
                Map.of("id", 1),
                "name",
                "x",
                "created_on",
                "x",
                "x/y",
                1));

        put("/users/me", body)
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/email",
                                "/first_name",
                                "/last_name",
                                "/country_id",
                                "/other_id",
                                "/password",
                                "/id",
                                "/role",
                                "/default_account",
                                "/name",
                                "/created_on",
                                "/x~1y"));

        assertThat(people.row(person).getString("last_name")).isEqualTo("Lovelace");
    }

    @ParameterizedTest
    @CsvSource({"[], INVALID_INPUT", "7, INVALID_INPUT", "null, INVALID_INPUT", "{, MALFORMED_REQUEST"})
    void whatIsNoObjectIsRefused(String body, String code) {
        SignedIn.pilot(person.id(), 42)
                .request()
                .contentType("application/json")
                .body(body)
                .put("/users/me")
                .then()
                .statusCode(400)
                .body("code", equalTo(code));
    }

    @Test
    void anotherAddressNeedsThePassword() {
        put("/users/me", change(newAddress()))
                .statusCode(400)
                .body("errors.pointer", contains("/password"))
                .body("errors.code", contains("required"));

        assertThat(people.row(person).getString("pending_email")).isNull();
        assertThat(people.row(person).getString("first_name")).isEqualTo("Ada");
    }

    @Test
    void aWrongPasswordChangesNothing() {
        String wanted = newAddress();
        Map<String, Object> body = change(wanted);
        body.put("password", "not the password at all");

        put("/users/me", body).statusCode(404);

        assertThat(people.row(person).getString("pending_email")).isNull();
        assertThat(people.row(person).getString("first_name")).isEqualTo("Ada");
        assertThat(MailTestResource.server().mails(wanted)).isEmpty();
    }

    @Test
    void anotherAddressIsInForceOnceItIsConfirmed() {
        String wanted = newAddress();
        Map<String, Object> body = change(wanted);
        body.put("password", People.PASSWORD);

        put("/users/me", body)
                .statusCode(200)
                .body("email", equalTo(person.email()))
                .body("first_name", equalTo("Jamie"));
        assertThat(MailTestResource.server().awaitOnly(person.email()).text()).contains("/pages/email-undo/");
        String link = MailTestResource.server().awaitOnly(wanted).link();
        assertThat(link).startsWith("/pages/email-confirmation/" + person.id());

        RestAssured.post(link).then().statusCode(200);
        SignedIn.pilot(person.id(), 42).request().get("/users/me").then().body("email", equalTo(wanted));
    }

    @Test
    void theSameAddressInAnotherSpellingNeedsNoPassword() {
        put("/users/me", change(person.email().toUpperCase(Locale.ROOT)))
                .statusCode(200)
                .body("email", equalTo(person.email()));
    }

    @Test
    void aDeletedPersonIsNotFound() {
        SignedIn.pilot(99, 42)
                .request()
                .contentType("application/json")
                .body(change(newAddress()))
                .put("/users/me")
                .then()
                .statusCode(404)
                .body("code", equalTo("USER_NOT_FOUND"));
    }

    private Map<String, Object> change(String email) {
        return new HashMap<>(Map.of("email", email, "first_name", "Jamie", "country_id", "ES"));
    }

    private static String newAddress() {
        return "wanted-" + UUID.randomUUID() + "@people.example";
    }

    private ValidatableResponse put(String path, Map<String, ?> body) {
        return SignedIn.pilot(person.id(), 42)
                .request()
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }
}
