package dev.muster.identity.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.FakeOrganizations;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.Invited;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.RecoveryRequests;
import dev.muster.identity.SignIn;
import dev.muster.identity.company.MembershipNews;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.reactive.Reactive;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Looks through every table of the service, as somebody with a dump of its database would. */
@IdentityTest
class ErasureIsCompleteTest {

    private static final int ACME = FakeOrganizations.ACME;
    private static final String SECRET_HANDSHAKE = "Zacharias";
    private static final String FAMILY = "Quellenbusch";

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
            """;

    @Inject
    People people;

    @Inject
    RecoveryRequests recoveryRequests;

    @AfterEach
    void everybodyIsBack() {
        PeersTestResource.organizations().comeBack();
        Statements.run("delete from outbox where kind = 'password.recovery'");
    }

    @Test
    @DisplayName("R37 after an erasure no table knows the person's id, address or name, mails to be sent included")
    void noTableKnowsThePerson() {
        Person person = somebodyWithEverything();
        List<String> needles =
                List.of("\\m" + person.id() + "\\M", person.email(), SECRET_HANDSHAKE, FAMILY, "zacharias");
        assertThat(tablesWith(needles))
                .contains(
                        "users",
                        "credentials",
                        "tickets",
                        "company_users",
                        "authenticators",
                        "recovery_codes",
                        "assets",
                        "outbox");

        delete(person);

        assertThat(tablesWith(needles)).isEmpty();
    }

    private Person somebodyWithEverything() {
        Person person = people.add();
        people.set(person, "first_name = '" + SECRET_HANDSHAKE + "', last_name = '" + FAMILY + "'");
        MembershipNews.tell(ACME, person.id(), 1, "active").statusCode(204);
        Statements.run("insert into authenticators (user_id, sealed_secret) values ($1, 'sealed')", person.id());
        Statements.run("insert into recovery_codes (user_id, code_hash) values ($1, sha256('code'))", person.id());
        Statements.run(
                "insert into assets (user_id, org_id, tag, content_type, size, sha256, content, created_at)"
                        + " values ($1, 42, 'licence', 'image/png', 1, sha256('x'), 'x', now())",
                person.id());
        orderWhatCannotBeDelivered(person);
        return person;
    }

    /**
     * A mail that the mail server refused for good and a request for another password wait for an operator, and
     * org-service has not heard of a move.
     */
    private void orderWhatCannotBeDelivered(Person person) {
        Invited.of(77, person.email(), 1);
        Statements.run(
                "insert into outbox (kind, key, payload, parked_at)"
                        + " values ('mail', 'mail:' || $1 || ':1', '{\"to\":\"' || $2 || '\"}', now())",
                Long.toString(person.id()),
                person.email());
        parkRequestForAnotherPassword(person.email());
        Statements.run(
                "insert into outbox (kind, key, payload, due_at)"
                        + " values ('memberships', 'user:' || $1 || ':42', '{}', now() + interval '1 hour')",
                Long.toString(person.id()));
    }

    private void parkRequestForAnotherPassword(String email) {
        Reactive.await(() -> Panache.withTransaction(() -> recoveryRequests
                .note(EmailAddress.of(email))
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(
                                "update outbox set parked_at = now() where kind = 'password.recovery' and payload like ?1")
                        .setParameter(1, "%\"" + email + "\"%")
                        .executeUpdate())));
    }

    private static List<String> tablesWith(List<String> needles) {
        List<String> found = new ArrayList<>();
        for (Row table : Statements.run(TABLES)) {
            String name = table.getString(0);
            boolean knows = needles.stream()
                    .anyMatch(needle ->
                            Statements.number("select count(*) from \"" + name + "\" t where t::text ~ $1", needle)
                                    > 0);
            if (knows) {
                found.add(name);
            }
        }
        return found;
    }

    @Test
    @DisplayName("R37 an erasure forgets nobody else's request for another password")
    void othersMayStillRecoverTheirPassword() {
        Person person = people.add();
        String longer = person.email() + ".au";
        parkRequestForAnotherPassword(person.email());
        parkRequestForAnotherPassword(longer);

        delete(person);

        assertThat(requestsForAnotherPassword(person.email())).isZero();
        assertThat(requestsForAnotherPassword(longer)).isOne();
    }

    private static long requestsForAnotherPassword(String email) {
        return Statements.number(
                "select count(*) from outbox where kind = 'password.recovery' and payload::jsonb ->> 'email' = $1",
                email);
    }

    @Test
    @DisplayName("R37 whoever registers with the address of somebody erased has a new id and inherits nothing")
    void theSameAddressInheritsNothing() {
        Person person = somebodyWithEverything();
        people.set(person, "two_factor = 'EMAIL', network_rating = 5, other_id = 'x-1', passport = 'AB123456'");
        delete(person);

        Invited successor = Invited.of(ACME, person.email(), 2);
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("password", "zehn gelbe Enten hinter dem Wehr"))
                .post("/activate/" + successor.ticket())
                .then()
                .statusCode(200);

        assertThat(successor.id()).isGreaterThan(person.id());
        SignedIn.withoutOrganization(successor.id())
                .request()
                .get("/users/me")
                .then()
                .statusCode(200)
                .body("email", equalTo(person.email()))
                .body("name", nullValue())
                .body("other_id", nullValue())
                .body("default_account", nullValue());
        Row row = Statements.run("select * from users where id = $1", successor.id())
                .iterator()
                .next();
        assertThat(row.getString("two_factor")).isEqualTo("OFF");
        assertThat(row.getInteger("network_rating")).isEqualTo(1);
        assertThat(row.getString("passport")).isNull();
        assertThat(SignIn.succeeds(person.email(), People.PASSWORD)).isFalse();
    }

    @Test
    @DisplayName("R37 the link of a mail to somebody erased does nothing for whoever has their address now")
    void oldLinksDoNothing() {
        Person person = people.add();
        Invited old = Invited.of(ACME, person.email(), 1);
        delete(person);
        Invited.of(ACME, person.email(), 2);

        RestAssured.post(old.mail().link()).then().statusCode(404);
    }

    @Test
    @DisplayName("R37 what org-service has not heard of somebody erased it never hears")
    void ordersAboutSomebodyErasedAreWithdrawn() {
        PeersTestResource.organizations().goAway();
        Invited person = Invited.stranger(ACME);
        Statements.run("update outbox set due_at = now() + interval '3 seconds' where key = $1", keyOf(person));
        PeersTestResource.organizations().comeBack();

        SignedIn.pilot(person.id(), ACME).request().delete("/users/me").then().statusCode(204);

        assertThat(Statements.number("select count(*) from outbox where key = $1", keyOf(person)))
                .isZero();
        assertThat(PeersTestResource.organizations().member(ACME, person.id())).isNull();
    }

    private static String keyOf(Invited person) {
        return "user:" + person.id() + ":" + ACME;
    }

    private static void delete(Person person) {
        SignedIn.pilot(person.id(), ACME).request().delete("/users/me").then().statusCode(204);
    }
}
