package dev.muster.identity.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.FakeOrganizations;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.Invited;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.SignIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class ActivationTest {

    private static final int ACME = FakeOrganizations.ACME;
    private static final int NAMELESS = 4_711;
    private static final String PASSWORD = "neun rote Drachen über dem Deich";

    @AfterEach
    void everybodyIsBack() {
        PeersTestResource.organizations().comeBack();
    }

    @Test
    void theTicketTellsWhoWouldBeActivatedAndByWhom() {
        Invited person = Invited.stranger(ACME);

        String body = RestAssured.get("/activate/" + person.ticket())
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(body)
                .isEqualTo("{\"email\":\"i***@people.example\",\"organization_name\":\"Acme Flight School\","
                        + "\"organization_names\":[\"Acme Flight School\"]}");
    }

    @Test
    void theTicketOfSomebodyWithoutAnAddressTellsOfNone() {
        Invited person = Invited.stranger(ACME);
        Statements.run("update users set email = null, email_key = null where id = $1", person.id());

        RestAssured.get("/activate/" + person.ticket())
                .then()
                .statusCode(200)
                .body("email", nullValue())
                .body("organization_name", equalTo("Acme Flight School"));
        assertThat(RestAssured.get(person.mail().link())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains(Long.toString(person.id()));
    }

    @Test
    void theTicketIsToldOfWithoutTheOrganizationWhileItsNameIsNotKnown() {
        Invited person = Invited.stranger(NAMELESS);
        PeersTestResource.organizations().goAway();

        RestAssured.get("/activate/" + person.ticket())
                .then()
                .statusCode(200)
                .body("email", equalTo("i***@people.example"))
                .body("organization_name", nullValue());
    }

    @Test
    @DisplayName("R16 the ticket and the page name every organization that takes the person in")
    void everyOrganizationThatTakesThePersonInIsNamed() {
        Invited person = Invited.of(ACME, Invited.stranger(777).email(), 2);

        RestAssured.get("/activate/" + person.ticket())
                .then()
                .statusCode(200)
                .body("organization_name", equalTo("Acme Flight School"))
                .body("organization_names", contains("Acme Flight School", "#777"));
        RestAssured.get(person.mail().link())
                .then()
                .statusCode(200)
                .body(containsString("You also join: Acme Flight School, #777."));

        activate("POST", person.ticket(), PASSWORD).statusCode(200);
        assertThat(Statements.number(
                        "select count(*) from company_users where user_id = $1 and status = 'active'", person.id()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "form"})
    void thePasswordIsSetTheAddressConfirmedAndTheMembershipActive(String way) {
        Invited person = Invited.stranger(ACME);

        ValidatableResponse answer = way.equals("form")
                ? RestAssured.given()
                        .formParam("password", PASSWORD)
                        .post("/activate/" + person.ticket())
                        .then()
                : activate(way, person.ticket(), PASSWORD);

        answer.statusCode(200)
                .body("result", is(true))
                .body("user_id", equalTo((int) person.id()))
                .body("email", equalTo(person.email()));
        assertThat(SignIn.succeeds(person.email(), PASSWORD)).isTrue();
        assertThat(Statements.number(
                        "select count(*) from users where id = $1 and email_status = 'confirmed'", person.id()))
                .isOne();
        assertThat(PeersTestResource.organizations().member(ACME, person.id()).getString("status"))
                .isEqualTo("active");
        assertThat(statusOfCopy(person.id())).isEqualTo("active");
    }

    @Test
    void nobodySignsInBefore() {
        Invited person = Invited.stranger(ACME);

        assertThat(SignIn.succeeds(person.email(), PASSWORD)).isFalse();
    }

    @Test
    @DisplayName("R16 a ticket is 256 random bits, good for 72 hours and stored as a hash")
    void aTicketIsStoredAsAHash() {
        Invited person = Invited.stranger(ACME);
        String secret = person.mail().secret();

        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(Statements.number(
                        "select count(*) from tickets where user_id = $1 and kind = 'activation'"
                                + " and expires_at - created_at = interval '72 hours'"
                                + " and secret_hash = sha256(convert_to($2, 'UTF8'))",
                        person.id(),
                        secret))
                .isOne();
        assertThat(Statements.number("select count(*) from tickets t where t::text like '%' || $1 || '%'", secret))
                .isZero();
        assertThat(Statements.number("select count(*) from outbox o where o::text like '%' || $1 || '%'", secret))
                .isZero();
    }

    @Test
    @DisplayName("R16 a newer ticket voids the older")
    void aNewerTicketVoidsTheOlder() {
        Invited older = Invited.stranger(ACME);
        Invited newer = Invited.of(ACME, older.email(), 2);

        activate("POST", older.ticket(), PASSWORD).statusCode(404);
        activate("POST", newer.ticket(), PASSWORD).statusCode(200);
    }

    @Test
    @DisplayName("R16 unknown, used, voided and expired tickets and what is none get one answer")
    void everyTicketThatIsNoGoodGetsOneAnswer() {
        Invited used = Invited.stranger(ACME);
        activate("POST", used.ticket(), PASSWORD).statusCode(200);
        Invited expired = Invited.stranger(ACME);
        Statements.run(
                "update tickets set expires_at = expires_at - interval '72 hours' where user_id = $1", expired.id());
        Invited voided = Invited.stranger(ACME);
        Invited newer = Invited.of(ACME, voided.email(), 2);
        List<String> tickets = List.of(
                used.id() + "." + "A".repeat(43),
                used.ticket(),
                expired.ticket(),
                voided.ticket(),
                expired.id() + "." + newer.mail().secret(),
                "no-ticket",
                "x.y",
                "-1." + newer.mail().secret());

        for (String method : List.of("GET", "POST", "PUT")) {
            List<String> texts = tickets.stream()
                    .map(ticket -> request(method, ticket, PASSWORD))
                    .map(answer -> answer.statusCode() + answer.path("code").toString() + answer.path("detail"))
                    .distinct()
                    .toList();

            assertThat(texts).containsExactly("404NOT_FOUND" + "This link is used up, expired or unknown");
        }
    }

    @Test
    @DisplayName("R17 of 16 concurrent uses of a ticket exactly one succeeds")
    void ofConcurrentUsesOneSucceeds() {
        Invited person = Invited.stranger(ACME);

        List<Integer> statuses = Race.of(
                16,
                i -> activate("POST", person.ticket(), PASSWORD + i).extract().statusCode());

        assertThat(Collections.frequency(statuses, 200)).isOne();
        assertThat(Collections.frequency(statuses, 404)).isEqualTo(15);
        assertThat(SignIn.succeeds(person.email(), PASSWORD + statuses.indexOf(200)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "correct horse battery staple", "Acme Flight School", ""})
    @DisplayName("R10 R11 a password that the policy refuses leaves the ticket good")
    void aRefusedPasswordLeavesTheTicketGood(String refused) {
        Invited person = Invited.stranger(ACME);

        activate("POST", person.ticket(), refused).statusCode(400).body("errors.pointer", contains("/password"));

        activate("POST", person.ticket(), PASSWORD).statusCode(200);
    }

    @Test
    @DisplayName("R34 only a password is taken")
    void onlyAPasswordIsTaken() {
        Invited person = Invited.stranger(ACME);

        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("password", PASSWORD, "email", "other@people.example"))
                .post("/activate/" + person.ticket())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/email"));
    }

    @Test
    @DisplayName("R44 whoever is activated while org-service is away is an active member when it is back")
    void aMembershipIsActiveWhenOrgServiceIsBack() {
        Invited person = Invited.stranger(ACME);
        PeersTestResource.organizations().goAway();

        activate("POST", person.ticket(), PASSWORD).statusCode(200);
        assertThat(SignIn.succeeds(person.email(), PASSWORD)).isTrue();
        PeersTestResource.organizations().comeBack();

        Eventually.holds("the membership is active", () -> isActiveMember(person));
    }

    @Test
    @DisplayName("R44 an invitation and an activation that org-service missed are made up in their order")
    void bothAreMadeUpInTheirOrder() {
        PeersTestResource.organizations().goAway();
        Invited person = Invited.stranger(ACME);
        activate("POST", person.ticket(), PASSWORD).statusCode(200);
        assertThat(PeersTestResource.organizations().member(ACME, person.id())).isNull();
        PeersTestResource.organizations().comeBack();

        Eventually.holds("the membership is active", () -> isActiveMember(person));
    }

    private static boolean isActiveMember(Invited person) {
        return PeersTestResource.organizations().member(ACME, person.id()) != null
                && PeersTestResource.organizations()
                        .member(ACME, person.id())
                        .getString("status")
                        .equals("active");
    }

    private static String statusOfCopy(long userId) {
        return Statements.run(
                        "select status from company_users where user_id = $1 and org_id = $2", userId, (long) ACME)
                .iterator()
                .next()
                .getString(0);
    }

    private static ValidatableResponse activate(String method, String ticket, String password) {
        return request(method, ticket, password).then();
    }

    private static Response request(String method, String ticket, String password) {
        return method.equals("GET")
                ? RestAssured.get("/activate/" + ticket)
                : RestAssured.given()
                        .contentType("application/json")
                        .body(Map.of("password", password))
                        .request(method, "/activate/" + ticket);
    }
}
