package dev.muster.identity.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.SignIn;
import dev.muster.identity.mail.MailServer;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.identity.mail.ReceivedMail;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.id.UserId;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.reactive.Reactive;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class MoveEmailTest {

    @Inject
    People people;

    @Inject
    Tickets tickets;

    private final String wanted = (String) NetworkCaller.somebody().get("email");

    @Test
    void theNewAddressIsInForceAtOnceAndUnproven() {
        Person person = people.add();

        move(person).then().statusCode(201).body("user.email", equalTo(wanted));

        assertThat(people.row(person).getString("email_key")).isEqualTo(wanted);
        assertThat(people.row(person).getString("email_status")).isEqualTo("unconfirmed");
        assertThat(SignIn.succeeds(wanted, People.PASSWORD)).isTrue();
        assertThat(SignIn.succeeds(person.email(), People.PASSWORD)).isFalse();
    }

    @Test
    @DisplayName("R18 the reader of the new address confirms it")
    void theReaderOfTheNewAddressConfirmsIt() {
        Person person = people.add();
        move(person).then().statusCode(201);

        ReceivedMail mail = mailbox().awaitOnly(wanted);
        RestAssured.get("/users/confirmation/" + person.id() + "/" + mail.secret() + "/email.json")
                .then()
                .statusCode(200);

        assertThat(people.row(person).getString("email_status")).isEqualTo("confirmed");
    }

    @Test
    @DisplayName("R18 the reader of the old address is told and undoes it")
    void theReaderOfTheOldAddressUndoesIt() {
        Person person = people.add();
        move(person).then().statusCode(201);

        ReceivedMail notice = mailbox().awaitOnly(person.email());
        RestAssured.given()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .post(notice.link())
                .then()
                .statusCode(200);

        assertThat(notice.text()).contains(wanted);
        assertThat(people.row(person).getString("email")).isEqualTo(person.email());
    }

    @Test
    @DisplayName("R16 what was mailed to the old address before is void")
    void whatWasMailedBeforeIsVoid() {
        Person person = people.add();
        UserId id = new UserId(person.id());
        Reactive.await(() -> Panache.withTransaction(() -> tickets.issue(id, TicketKind.PASSWORD_RESET, "")
                .chain(() -> tickets.issue(id, TicketKind.EMAIL_UNDO, "older@people.example"))));

        move(person).then().statusCode(201);

        assertThat(Statements.number(
                        "select count(*) from tickets where user_id = $1 and voided_at is null and used_at is null"
                                + " and (kind = 'password_reset' or subject = 'older@people.example')",
                        person.id()))
                .isZero();
    }

    @Test
    void anotherSpellingOfTheSameAddressIsNoOtherAddress() {
        Person person = people.add();
        String spelled = person.email().toUpperCase(Locale.ROOT);

        NetworkCaller.supervisor()
                .put(NetworkCaller.with(NetworkCaller.recordOf(person), "email", spelled))
                .then()
                .statusCode(201)
                .body("user.email", equalTo(spelled));

        assertThat(people.row(person).getString("email_status")).isEqualTo("confirmed");
    }

    @Test
    void aTakenAddressIsAConflictThatChangesNothing() {
        Person person = people.add();
        Map<String, Object> user = NetworkCaller.recordOf(person);
        user.put("email", people.add().email());
        user.put("first_name", "Grace");

        NetworkCaller.supervisor().put(user).then().statusCode(409);

        Row row = people.row(person);
        assertThat(row.getString("email")).isEqualTo(person.email());
        assertThat(row.getString("first_name")).isEqualTo("Ada");
        assertThat(Statements.number("select count(*) from tickets where user_id = $1", person.id()))
                .isZero();
    }

    @Test
    @DisplayName("R08 of people who get one address at the same time one has it, the others are 409")
    void ofPeopleWhoGetOneAddressOneHasIt() {
        List<Person> all = List.of(people.add(), people.add(), people.add(), people.add());

        List<Integer> statuses = Race.of(all.size(), i -> move(all.get(i)).statusCode());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(3);
    }

    private Response move(Person person) {
        return NetworkCaller.supervisor().put(NetworkCaller.with(NetworkCaller.recordOf(person), "email", wanted));
    }

    private static MailServer mailbox() {
        return MailTestResource.server();
    }
}
