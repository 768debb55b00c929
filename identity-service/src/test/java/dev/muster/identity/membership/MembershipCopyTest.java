package dev.muster.identity.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.company.MembershipNews;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class MembershipCopyTest {

    private static final int ORG = 501;

    @Inject
    People people;

    @Inject
    Companies companies;

    @Test
    void everyFieldIsKept() {
        Person person = people.add();

        MembershipNews.tell(ORG, person.id(), 3, "active").statusCode(204);

        Row copy = copyOf(person);
        assertThat(copy.getLong("version")).isEqualTo(3);
        assertThat(copy.getString("status")).isEqualTo("active");
        assertThat(copy.getLong("group_id")).isEqualTo(120);
        assertThat(copy.getArrayOfStrings("permissions")).containsExactly("members.read");
        assertThat(copy.getBoolean("owner")).isFalse();
        assertThat(copy.getString("employee_id")).isEqualTo("EMP-007");
        assertThat(copy.getString("cost_centre_id")).isNull();
        assertThat(copy.getArrayOfStrings("branch_ids")).containsExactly("3");
    }

    @Test
    @DisplayName("R47 of news in any order and repeated the newest stays")
    void theNewestStays() {
        Person person = people.add();

        for (int version : new int[] {2, 5, 1, 5, 4}) {
            MembershipNews.tell(ORG, person.id(), version, version == 5 ? "inactive" : "active")
                    .statusCode(204);
        }

        assertThat(copyOf(person).getLong("version")).isEqualTo(5);
        assertThat(copyOf(person).getString("status")).isEqualTo("inactive");
    }

    @Test
    @DisplayName("R47 of news at the same time the newest stays")
    void ofConcurrentNewsTheNewestStays() {
        Person person = people.add();

        List<Integer> statuses = Race.of(
                16,
                i -> MembershipNews.tell(ORG, person.id(), i, i == 15 ? "inactive" : "active")
                        .extract()
                        .statusCode());

        assertThat(statuses).containsOnly(204);
        assertThat(copyOf(person).getLong("version")).isEqualTo(15);
        assertThat(copyOf(person).getString("status")).isEqualTo("inactive");
    }

    @Test
    void theTicketOfSomebodyForWhomNoCompanyWaitsAnyMoreIsVoid() {
        Company first = companies.add();
        Company second = companies.add();
        String email = "new-" + UUID.randomUUID() + "@people.example";
        String id = first.admin()
                .request()
                .contentType("application/json")
                .body(Map.of("email", email))
                .post("/user")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String ticket = "/activate/" + id + "."
                + MailTestResource.server().awaitOnly(email).secret();
        MembershipNews.tell(second.id(), Long.parseLong(id), 1, "pending");

        MembershipNews.tell(first.id(), Long.parseLong(id), 9, "inactive").statusCode(204);
        first.admin().request().get(ticket).then().statusCode(200);
        MembershipNews.tell(second.id(), Long.parseLong(id), 9, "inactive").statusCode(204);

        first.admin().request().get(ticket).then().statusCode(404);
        first.admin()
                .request()
                .contentType("application/json")
                .body(Map.of("password", "a password for nobody 7"))
                .post(ticket)
                .then()
                .statusCode(404);
    }

    @Test
    void ofAnUnknownPersonNothingIsKept() {
        MembershipNews.tell(ORG, 99, 1, "active").statusCode(204);

        assertThat(Statements.number("select count(*) from company_users where user_id = 99"))
                .isZero();
    }

    @Test
    void whatIsSearchedFollowsThePerson() {
        Person person = people.add();
        MembershipNews.tell(ORG, person.id(), 1, "active");
        String email = "renamed-" + person.id() + "@people.example";

        people.set(
                person,
                "first_name = 'Grace', last_name = 'Hopper', email = '" + email + "', email_key = '" + email + "'");

        assertThat(copyOf(person).getString("name_key")).isEqualTo("grace hopper");
        assertThat(copyOf(person).getString("email_key")).isEqualTo(email);
    }

    @Test
    void anotherMembershipThanThePathNamesIsRefused() {
        Person person = people.add();

        MembershipNews.tell(ORG, person.id(), MembershipNews.of(ORG + 1, person.id(), 1, "active"))
                .statusCode(400)
                .body("errors.pointer", contains("/userId"));

        assertThat(Statements.number("select count(*) from company_users where user_id = $1", person.id()))
                .isZero();
    }

    @Test
    void whatIsMissingIsNamed() {
        Person person = people.add();
        Map<String, Object> membership = new HashMap<>(MembershipNews.of(ORG, person.id(), 1, "active"));
        membership.keySet().removeAll(List.of("status", "permissions", "branchIds"));

        MembershipNews.tell(ORG, person.id(), membership)
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/status", "/permissions", "/branchIds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE ", "gone", ""})
    void anUnknownStatusIsRefused(String status) {
        Person person = people.add();

        MembershipNews.tell(ORG, person.id(), 1, status).statusCode(400);
    }

    @Test
    void whatIsNotKnownHereIsIgnored() {
        Person person = people.add();
        Map<String, Object> membership = new HashMap<>(MembershipNews.of(ORG, person.id(), 1, "active"));
        membership.put("addedLater", true);

        MembershipNews.tell(ORG, person.id(), membership).statusCode(204);
    }

    @Test
    @DisplayName("R36 a signed-in user cannot tell of memberships")
    void aUserCannotTellOfMemberships() {
        Person person = people.add();

        SignedIn.admin(person.id(), ORG)
                .request()
                .contentType("application/json")
                .body(MembershipNews.of(ORG, person.id(), 1, "active"))
                .put("/internal/users/" + person.id() + "/memberships/" + ORG)
                .then()
                .statusCode(401);
    }

    private static Row copyOf(Person person) {
        return Statements.run("select * from company_users where user_id = $1 and org_id = $2", person.id(), (long) ORG)
                .iterator()
                .next();
    }
}
