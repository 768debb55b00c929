package dev.muster.identity.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.FakeOrganizations;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.Invited;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.company.MembershipNews;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IdentityTest
class InvitationTest {

    private static final int ACME = FakeOrganizations.ACME;

    @Inject
    People people;

    @AfterEach
    void everybodyIsBack() {
        PeersTestResource.organizations().comeBack();
    }

    @Test
    @DisplayName("R03 known, unknown, pending and disabled people are invited with one answer")
    void everybodyGetsOneAnswer() {
        Person known = people.add();
        Person disabled = people.add();
        people.set(disabled, "active = false");
        String pending = Invited.stranger(ACME).email();

        List<JsonObject> answers = List.of(known.email(), disabled.email(), pending, newAddress()).stream()
                .map(email -> Invited.ask(77, email).statusCode(200).extract().asString())
                .map(JsonObject::new)
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.fieldNames()).containsExactly("userId");
            assertThat(PeersTestResource.organizations()
                            .member(77, answer.getLong("userId"))
                            .getString("status"))
                    .isEqualTo("pending");
        });
        assertThat(answers.get(0).getLong("userId")).isEqualTo(known.id());
    }

    @Test
    void theOrganizationHearsWhatThePersonIsToBecome() {
        Invited person = Invited.stranger(ACME);

        JsonObject member = PeersTestResource.organizations().member(ACME, person.id());
        assertThat(member.getLong("groupId")).isEqualTo(120);
        assertThat(member.getJsonArray("permissions")).isEqualTo(new JsonArray().add("members.read"));
        assertThat(UUID.fromString(member.getString("orderId"))).isNotNull();
    }

    @Test
    void whatIsWrongIsNamed() {
        Invited.ask(ACME, "no address").statusCode(400).body("errors.pointer", contains("/email"));
        Invited.ask(Map.of("orgId", ACME, "groupId", 0))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/email", "/organizationName", "/groupId", "/permissions"));
    }

    @Test
    @DisplayName("R36 a signed-in user cannot invite past org-service")
    void aUserCannotInvitePastOrgService() {
        SignedIn.admin(people.add().id(), ACME)
                .request()
                .contentType("application/json")
                .body(Invited.body(ACME, newAddress()))
                .post("/internal/invitations")
                .then()
                .statusCode(401);
    }

    @Test
    void whoeverHasAnAccountJoinsWithOneClick() {
        Person person = people.add();
        Invited invited = Invited.of(ACME, person.email(), 1);
        String link = invited.mail().link();
        assertThat(link).startsWith("/pages/invitation/" + person.id() + "/");
        assertThat(invited.mail().text()).contains("Acme Flight School");

        RestAssured.get(link).then().statusCode(200).body(containsString("Acme Flight School"));
        RestAssured.head(link).then().statusCode(200);
        assertThat(statusAtAcme(person)).isEqualTo("pending");

        RestAssured.post(link).then().statusCode(200).body(containsString("Welcome to Acme Flight School"));
        assertThat(statusAtAcme(person)).isEqualTo("active");
        RestAssured.post(link).then().statusCode(404).body(containsString("This link does not work any more"));
        RestAssured.get(link).then().statusCode(404);
    }

    private static String statusAtAcme(Person person) {
        return PeersTestResource.organizations().member(ACME, person.id()).getString("status");
    }

    @Test
    @DisplayName("R17 of 16 concurrent clicks exactly one succeeds")
    void ofConcurrentClicksOneSucceeds() {
        String link = Invited.of(ACME, people.add().email(), 1).mail().link();

        List<Integer> statuses = Race.of(16, i -> RestAssured.post(link).statusCode());

        assertThat(Collections.frequency(statuses, 200)).isOne();
        assertThat(Collections.frequency(statuses, 404)).isEqualTo(15);
    }

    @Test
    @DisplayName("R16 a newer invitation into the same organization voids the older, one into another does not")
    void aNewerInvitationVoidsTheOlder() {
        Person person = people.add();
        Invited older = Invited.of(ACME, person.email(), 1);
        Invited elsewhere = Invited.of(77, person.email(), 2);
        Invited newer = Invited.of(ACME, person.email(), 3);

        RestAssured.post(older.mail().link()).then().statusCode(404);
        RestAssured.post(newer.mail().link()).then().statusCode(200);
        RestAssured.post(elsewhere.mail().link()).then().statusCode(200);
    }

    @Test
    void aRevokedInvitationIsToldToBeSpent() {
        Person person = people.add();
        String link = Invited.of(ACME, person.email(), 1).mail().link();

        MembershipNews.tell(ACME, person.id(), 1, "inactive").statusCode(204);

        RestAssured.get(link).then().statusCode(404).body(containsString("This link does not work any more"));
        RestAssured.post(link).then().statusCode(404);
        assertThat(statusAtAcme(person)).isEqualTo("pending");
    }

    @Test
    void whoeverHasLeftMayBeInvitedAgain() {
        Person person = people.add();
        MembershipNews.tell(ACME, person.id(), 9, "inactive").statusCode(204);

        Invited again = Invited.of(ACME, person.email(), 1);

        RestAssured.post(again.mail().link()).then().statusCode(200);
    }

    @Test
    void invitingAMemberLeavesTheirMembershipAsItIs() {
        Person person = people.add();
        MembershipNews.tell(ACME, person.id(), 0, "active").statusCode(204);

        Invited.ask(ACME, person.email()).statusCode(200);

        assertThat(Statements.number(
                        "select count(*) from company_users where user_id = $1 and status = 'active'", person.id()))
                .isOne();
        assertThat(Statements.number("select count(*) from tickets where user_id = $1", person.id()))
                .as("links that ask a member to join")
                .isZero();
    }

    @Test
    @DisplayName(
            "R08 of invitations of one new address at once, in any spelling, one makes a person and all invite them")
    void ofConcurrentInvitationsOneMakesAPerson() {
        String email = newAddress();

        List<Long> ids = Race.of(
                8,
                i -> Invited.ask(200 + i, i % 2 == 0 ? email : email.toUpperCase(Locale.ROOT))
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getLong("userId"));

        assertThat(ids).containsOnly(ids.get(0));
        assertThat(Statements.number("select count(*) from company_users where user_id = $1", ids.get(0)))
                .isEqualTo(8);
        assertThat(Statements.number(
                        "select count(*) from tickets where user_id = $1 and kind = 'activation' and voided_at is null",
                        ids.get(0)))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Join Acme Flight School",
        "de, Mitglied von Acme Flight School werden",
        "fr, Rejoindre Acme Flight School",
        "es, Unirse a Acme Flight School"
    })
    void thePageIsInThePersonsLanguage(String language, String title) {
        Person person = people.add();
        people.set(person, "language = '" + language + "'");

        RestAssured.given()
                .header("Accept-Language", "it")
                .get(Invited.of(ACME, person.email(), 1).mail().link())
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo(language))
                .body(containsString("<h1>" + title + "</h1>"));
    }

    private static String newAddress() {
        return "guest-" + UUID.randomUUID() + "@people.example";
    }
}
