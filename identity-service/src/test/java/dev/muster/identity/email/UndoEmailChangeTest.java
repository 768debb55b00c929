package dev.muster.identity.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.mail.MailServer;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.reactive.Reactive;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class UndoEmailChangeTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    People people;

    @Inject
    UndoEmailChange undoEmailChange;

    @Inject
    Tickets tickets;

    @Test
    @DisplayName("R18 a change that is undone before it is confirmed never happens")
    void aChangeUndoneBeforeItsConfirmationNeverHappens() {
        Person person = people.add();
        String wanted = change(person, person.email());

        undo(person, mailbox().awaitOnly(person.email()).secret());

        assertAddress(person, person.email());
        assertThat(confirm(person, mailbox().awaitOnly(wanted).secret())).isEqualTo(404);
    }

    @Test
    @DisplayName("R18 a change is undone also after it was confirmed")
    void aConfirmedChangeIsUndone() {
        Person person = people.add();
        String wanted = change(person, person.email());
        assertThat(confirm(person, mailbox().awaitOnly(wanted).secret())).isEqualTo(200);

        undo(person, mailbox().awaitOnly(person.email()).secret());

        assertAddress(person, person.email());
    }

    @Test
    @DisplayName("R18 undoing a change closes every session of the person")
    void undoingClosesEverySession() {
        Person person = people.add();
        change(person, person.email());

        undo(person, mailbox().awaitOnly(person.email()).secret());

        assertThat(PeersTestResource.peers().asked("/internal/users/" + person.id() + "/sessions/close"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains("email_change_undone"));
    }

    @Test
    @DisplayName("R17 of 16 concurrent uses of an undo link exactly one succeeds")
    void ofConcurrentUsesOneSucceeds() {
        Person person = people.add();
        change(person, person.email());
        String secret = mailbox().awaitOnly(person.email()).secret();

        var successes = Race.of(16, i -> {
            try {
                undo(person, secret);
                return true;
            } catch (ProblemException spent) {
                return false;
            }
        });

        assertThat(Collections.frequency(successes, true)).isOne();
    }

    @Test
    @DisplayName("R18 the first owner gets the address back even after a second change, whose undo link is void then")
    void anOlderUndoLinkOutlivesANewerChange() {
        Person person = people.add();
        String first = change(person, person.email());
        assertThat(confirm(person, mailbox().awaitOnly(first).secret())).isEqualTo(200);
        String second = change(person, first);
        assertThat(confirm(person, mailbox().awaitOnly(second).secret())).isEqualTo(200);
        String laterUndo = mailbox().await(first, 2).secret();

        undo(person, mailbox().awaitOnly(person.email()).secret());

        assertAddress(person, person.email());
        assertThatThrownBy(() -> undo(person, laterUndo)).isInstanceOf(ProblemException.class);
        assertAddress(person, person.email());
    }

    @Test
    @DisplayName("R18 undoing voids links that set a password, which the other mailbox may have got")
    void undoingVoidsPasswordLinks() {
        Person person = people.add();
        change(person, person.email());
        UserId id = new UserId(person.id());
        var reset =
                Reactive.await(() -> Panache.withTransaction(() -> tickets.issue(id, TicketKind.PASSWORD_RESET, "")));

        undo(person, mailbox().awaitOnly(person.email()).secret());

        assertThat(Reactive.await(() ->
                        Panache.withSession(() -> tickets.findGood(id, TicketKind.PASSWORD_RESET, reset.secret()))))
                .isEmpty();
    }

    @Test
    @DisplayName("R18 an address that somebody else has taken meanwhile is not given back")
    void anAddressTakenMeanwhileIsAConflict() {
        Person person = people.add();
        String wanted = change(person, person.email());
        assertThat(confirm(person, mailbox().awaitOnly(wanted).secret())).isEqualTo(200);
        Person other = people.add();
        people.set(other, "email = '" + person.email() + "', email_key = '" + person.email() + "'");

        assertThatThrownBy(
                        () -> undo(person, mailbox().awaitOnly(person.email()).secret()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.EMAIL_TAKEN));
        assertAddress(person, wanted);
    }

    private static String change(Person person, String present) {
        String wanted = "other-" + NUMBER.incrementAndGet() + "@undo.example";
        SignedIn.pilot(person.id(), 42)
                .request()
                .contentType("application/json")
                .body(Map.of("new_email", wanted, "new_email_repeat", wanted, "password", People.PASSWORD))
                .post("/users/email.json")
                .then()
                .statusCode(200);
        assertThat(present).isNotEqualTo(wanted);
        return wanted;
    }

    private static int confirm(Person person, String secret) {
        return RestAssured.get("/users/confirmation/" + person.id() + "/" + secret + "/email.json")
                .statusCode();
    }

    private void undo(Person person, String secret) {
        Reactive.await(() -> undoEmailChange.undo(TicketLink.of(Long.toString(person.id()), secret)));
    }

    private void assertAddress(Person person, String email) {
        Row row = people.row(person);
        assertThat(row.getString("email")).isEqualTo(email);
        assertThat(row.getString("email_key")).isEqualTo(email);
        assertThat(row.getString("email_status")).isEqualTo("confirmed");
        assertThat(row.getString("pending_email")).isNull();
    }

    private static MailServer mailbox() {
        return MailTestResource.server();
    }
}
