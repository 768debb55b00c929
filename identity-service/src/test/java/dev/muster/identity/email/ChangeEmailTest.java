package dev.muster.identity.email;

import static dev.muster.identity.email.OwnAddress.PATH;
import static dev.muster.identity.email.OwnAddress.call;
import static dev.muster.identity.email.OwnAddress.change;
import static dev.muster.identity.email.OwnAddress.confirm;
import static dev.muster.identity.email.OwnAddress.freshAddress;
import static dev.muster.identity.email.OwnAddress.mailbox;
import static dev.muster.identity.email.OwnAddress.signsIn;
import static dev.muster.identity.email.OwnAddress.start;
import static dev.muster.identity.email.OwnAddress.verify;
import static dev.muster.identity.email.OwnAddress.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.mail.ReceivedMail;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class ChangeEmailTest {

    @Inject
    People people;

    @Test
    void whoeverHasNoAddressGetsOneByConfirmingIt() {
        Person person = people.addWithoutEmail();
        String wanted = freshAddress();

        start(person, wanted);
        view(person).body("User.email", nullValue()).body("User.pending_email", equalTo(wanted));
        confirm(person, mailbox().awaitOnly(wanted).secret()).statusCode(200);

        view(person).body("User.email", equalTo(wanted)).body("User.email_status", equalTo("confirmed"));
        assertThat(signsIn(wanted)).isTrue();
        assertThat(Statements.number(
                        "select count(*) from tickets where user_id = $1 and kind = 'email_undo'", person.id()))
                .isZero();
    }

    @Test
    @DisplayName("R18 an accepted change answers as published and leaves the old address in force")
    void anAcceptedChangeLeavesTheOldAddressInForce() {
        Person person = people.add();
        String wanted = freshAddress();

        change(person, wanted, wanted, People.PASSWORD)
                .statusCode(200)
                .body("result", is(true))
                .body("message", equalTo("Changes saved, check your mailbox at " + wanted + "."))
                .body("size()", equalTo(2));

        view(person)
                .body("User.email", equalTo(person.email()))
                .body("User.email_status", equalTo("unconfirmed"))
                .body("User.pending_email", equalTo(wanted));
        assertThat(signsIn(person.email())).isTrue();
        assertThat(signsIn(wanted)).isFalse();
    }

    @Test
    @DisplayName("R18 the new address gets a link to confirm, the old one a notice with a link to undo")
    void bothAddressesGetTheirMail() {
        Person person = people.add();
        String wanted = freshAddress();
        start(person, wanted);

        ReceivedMail confirmation = mailbox().awaitOnly(wanted);
        ReceivedMail notice = mailbox().awaitOnly(person.email());

        assertThat(confirmation.subject()).isEqualTo("Confirm your new e-mail address");
        assertThat(confirmation.link()).startsWith("/pages/email-confirmation/" + person.id() + "/");
        assertThat(notice.subject()).isEqualTo("Your e-mail address is being changed");
        assertThat(notice.text()).contains(wanted);
        assertThat(notice.link()).startsWith("/pages/email-undo/" + person.id() + "/");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Person person = people.add();

        call(person, Map.of())
                .statusCode(400)
                .body("errors.pointer", contains("/new_email", "/new_email_repeat", "/password"));
        change(person, "no address", "another", People.PASSWORD)
                .statusCode(400)
                .body("result", is(false))
                .body("errors.pointer", contains("/new_email", "/new_email_repeat"));
        change(person, freshAddress(), freshAddress(), People.PASSWORD)
                .statusCode(400)
                .body("errors.pointer", contains("/new_email_repeat"));
        change(person, person.email().toUpperCase(Locale.ROOT), person.email(), People.PASSWORD)
                .statusCode(400)
                .body("errors.pointer", contains("/new_email"))
                .body("errors.code", contains("unchanged"));
        call(person, Map.of("new_email", "a@b.example", "new_email_repeat", "a@b.example", "password", "x", "x", "y"))
                .statusCode(400)
                .body("errors.pointer", contains("/x"));
    }

    @Test
    @DisplayName("R34 fields of the wrong type and unknown fields are named at once")
    void wrongTypesAreNamedAtOnce() {
        call(people.add(), Map.of("new_email", 5, "new_email_repeat", List.of(), "password", true, "User", Map.of()))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/new_email", "/new_email_repeat", "/password", "/User"));
    }

    @Test
    void aFormIsAcceptedToo() {
        Person person = people.add();
        String wanted = freshAddress();

        SignedIn.pilot(person.id(), 42)
                .request()
                .formParam("new_email", wanted)
                .formParam("new_email_repeat", wanted)
                .formParam("password", People.PASSWORD)
                .post(PATH)
                .then()
                .statusCode(200)
                .body("message", startsWith("Changes saved"));
    }

    @Test
    void aFormWithStrangeFieldsIsRefused() {
        SignedIn.pilot(people.add().id(), 42)
                .request()
                .formParam("new_email", "a@b.example", "c@d.example")
                .formParam("email", "a@b.example")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/new_email", "/new_email_repeat", "/password", "/email"));
    }

    @Test
    @DisplayName("R18 the profile's edit starts the same change")
    void editingTheProfileStartsTheSameChange() {
        Person person = people.add();
        String wanted = freshAddress();

        SignedIn.pilot(person.id(), 42)
                .request()
                .contentType("application/json")
                .body(Map.of("User", Map.of("email", wanted, "password", People.PASSWORD)))
                .post("/users/edit.json")
                .then()
                .statusCode(200)
                .body("User.email", equalTo(person.email()))
                .body("User.pending_email", equalTo(wanted));

        confirm(person, mailbox().awaitOnly(wanted).secret()).statusCode(200);
    }

    @Test
    @DisplayName("R18 a wrong password is 404 and changes nothing")
    void aWrongPasswordChangesNothing() {
        Person person = people.add();
        String wanted = freshAddress();

        change(person, wanted, wanted, "a wrong password altogether")
                .statusCode(404)
                .body("result", is(false))
                .body("message", equalTo("The current password is wrong"));

        view(person).body("User.email_status", equalTo("confirmed")).body("User.pending_email", equalTo(null));
        assertThat(Statements.number("select count(*) from tickets where user_id = $1", person.id()))
                .isZero();
    }

    @Test
    void whatCannotBeSavedIsAProblemAndChangesNothing() {
        Person person = people.add();
        String wanted = freshAddress();
        Statements.run("create function refuse_ticket() returns trigger language plpgsql as"
                + " $$ begin raise exception 'not saved'; end $$");
        Statements.run("create trigger refuse_tickets before insert on tickets for each row when (new.user_id = "
                + person.id() + ") execute function refuse_ticket()");
        try {
            change(person, wanted, wanted, People.PASSWORD)
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("result", is(false))
                    .body("code", equalTo("INTERNAL_ERROR"))
                    .body("message", not(containsString("not saved")));
        } finally {
            Statements.run("drop function refuse_ticket() cascade");
        }

        view(person).body("User.email_status", equalTo("confirmed")).body("User.pending_email", equalTo(null));
        assertThat(Statements.number("select count(*) from outbox where payload like $1", "%" + wanted + "%"))
                .isZero();
    }

    @Test
    @DisplayName("R06 wrong passwords here are counted together with those at sign-in")
    void wrongPasswordsAreThrottled() {
        Person person = people.add();
        String wanted = freshAddress();
        for (int i = 0; i < 10; i++) {
            change(person, wanted, wanted, "a wrong password altogether").statusCode(404);
        }

        change(person, wanted, wanted, People.PASSWORD).statusCode(429);
        assertThat(verify(person.email()).statusCode()).isEqualTo(429);
    }

    @Test
    void noMoreThanTenChangesAreStartedInAnHour() {
        Person person = people.add();
        for (int i = 0; i < 10; i++) {
            start(person, freshAddress());
        }

        String wanted = freshAddress();
        change(person, wanted, wanted, People.PASSWORD).statusCode(429).header("Retry-After", notNullValue());
    }

    @Test
    void oneWhoIsNotSignedInIsRefused() {
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of())
                .post(PATH)
                .then()
                .statusCode(401);
    }
}
