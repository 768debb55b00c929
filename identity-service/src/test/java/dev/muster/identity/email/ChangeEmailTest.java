package dev.muster.identity.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.mail.MailServer;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.identity.mail.ReceivedMail;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class ChangeEmailTest {

    private static final String PATH = "/users/email.json";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int SAMPLES = 12;

    private static final int ROUNDS = 4;
    private static final double TOLERANCE = 0.1;

    @Inject
    People people;

    private final Random order = new Random(42);

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
        change(person, wanted, wanted, People.PASSWORD).statusCode(200);

        ReceivedMail confirmation = mailbox().awaitOnly(wanted);
        ReceivedMail notice = mailbox().awaitOnly(person.email());

        assertThat(confirmation.subject()).isEqualTo("Confirm your new e-mail address");
        assertThat(confirmation.link()).startsWith("/pages/email-confirmation/" + person.id() + "/");
        assertThat(notice.subject()).isEqualTo("Your e-mail address is being changed");
        assertThat(notice.text()).contains(wanted);
        assertThat(notice.link()).startsWith("/pages/email-undo/" + person.id() + "/");
    }

    @Test
    @DisplayName("R18 the published link confirms once; used again it is not found")
    void theLinkConfirmsOnce() {
        Person person = people.add();
        String wanted = freshAddress();
        change(person, wanted, wanted, People.PASSWORD).statusCode(200);
        String secret = mailbox().awaitOnly(wanted).secret();

        confirm(person, secret)
                .statusCode(200)
                .body("result", is(true))
                .body("message", equalTo("Email confirmed"))
                .body("size()", equalTo(2));

        view(person)
                .body("User.email", equalTo(wanted))
                .body("User.email_status", equalTo("confirmed"))
                .body("User.pending_email", equalTo(null));
        assertThat(signsIn(wanted)).isTrue();
        assertThat(signsIn(person.email())).isFalse();
        confirm(person, secret).statusCode(404).body("result", is(false)).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    @DisplayName("R17 of 16 concurrent confirmations exactly one succeeds")
    void ofConcurrentConfirmationsOneSucceeds() {
        Person person = people.add();
        String wanted = freshAddress();
        change(person, wanted, wanted, People.PASSWORD).statusCode(200);
        String secret = mailbox().awaitOnly(wanted).secret();

        List<Integer> statuses = dev.muster.testkit.race.Race.of(
                16, i -> confirm(person, secret).extract().statusCode());

        assertThat(Collections.frequency(statuses, 200)).isOne();
        assertThat(Collections.frequency(statuses, 404)).isEqualTo(15);
    }

    @Test
    @DisplayName("R18 unknown, foreign, expired and malformed links are one answer")
    void everyBadLinkIsNotFound() {
        Person person = people.add();
        Person other = people.add();
        String wanted = freshAddress();
        change(person, wanted, wanted, People.PASSWORD).statusCode(200);
        String secret = mailbox().awaitOnly(wanted).secret();
        Statements.run("update tickets set expires_at = now() where user_id = $1", person.id());

        List<Response> answers = new ArrayList<>();
        for (String path : List.of(
                person.id() + "/" + secret,
                other.id() + "/" + secret,
                person.id() + "/" + "A".repeat(43),
                "abc/" + secret,
                "-1/" + secret,
                "99999999999999999999/" + secret,
                "1/%00")) {
            if (!path.contains("%00")) {
                answers.add(RestAssured.get("/users/confirmation/" + path + "/email.json"));
            }
        }

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.jsonPath().getString("message")).isEqualTo("This link is used up, expired or unknown");
        });
    }

    @Test
    @DisplayName("R16 a newer change voids the confirmation of the older one")
    void aNewerChangeVoidsTheOlder() {
        Person person = people.add();
        String first = freshAddress();
        String second = freshAddress();
        change(person, first, first, People.PASSWORD).statusCode(200);
        change(person, second, second, People.PASSWORD).statusCode(200);

        confirm(person, mailbox().awaitOnly(first).secret()).statusCode(404);
        confirm(person, mailbox().awaitOnly(second).secret()).statusCode(200);

        view(person).body("User.email", equalTo(second));
    }

    @Test
    @DisplayName("R18 of two people who confirm one address one wins and the other gets 409")
    void ofTwoPeopleWhoConfirmOneAddressOneWins() {
        List<Person> pair = List.of(people.add(), people.add());
        String wanted = freshAddress();
        pair.forEach(person -> change(person, wanted, wanted, People.PASSWORD).statusCode(200));
        mailbox().await(wanted, 2);
        Map<String, String> secrets = new java.util.HashMap<>();
        mailbox().mails(wanted).forEach(mail -> secrets.put(mail.link().split("/", -1)[3], mail.secret()));

        List<Integer> statuses = dev.muster.testkit.race.Race.of(2, i -> {
            Person person = pair.get(i);
            return confirm(person, secrets.get(Long.toString(person.id())))
                    .extract()
                    .statusCode();
        });

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(Statements.number("select count(*) from users where email = $1", wanted))
                .isOne();
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
    void oneWhoIsNotSignedInIsRefused() {
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of())
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void noMoreThanTenChangesAreStartedInAnHour() {
        Person person = people.add();
        for (int i = 0; i < 10; i++) {
            String wanted = freshAddress();
            change(person, wanted, wanted, People.PASSWORD).statusCode(200);
        }

        change(person, freshAddress(), "x", People.PASSWORD).statusCode(400);
        String wanted = freshAddress();
        change(person, wanted, wanted, People.PASSWORD).statusCode(429);
    }

    @Test
    @DisplayName("R03 an address that somebody else has gets the same answer, and its holder a mail without a link")
    void aTakenAddressIsNotTold() {
        Person holder = people.add();
        Person person = people.add();

        String body = change(person, holder.email(), holder.email(), People.PASSWORD)
                .statusCode(200)
                .extract()
                .asString();

        assertThat(body)
                .isEqualTo("{\"result\":true,\"message\":\"Changes saved, check your mailbox at " + holder.email()
                        + ".\"}");
        view(person)
                .body("User.email_status", equalTo("unconfirmed"))
                .body("User.pending_email", equalTo(holder.email()));
        ReceivedMail mail = mailbox().awaitOnly(holder.email());
        assertThat(mail.subject()).isEqualTo("Somebody entered your e-mail address");
        assertThat(mail.text()).doesNotContain("/pages/").doesNotContain(person.email());
        assertThat(mailbox().awaitOnly(person.email()).subject()).isEqualTo("Your e-mail address is being changed");
    }

    @Test
    @DisplayName("R03 a taken address takes as long as a free one")
    void aTakenAddressTakesAsLongAsAFreeOne() {
        Person holder = people.add();
        List<Double> differences = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            differences.add(differenceOfMedians(holder));
            if (differences.get(round) <= TOLERANCE) {
                return;
            }
        }
        assertThat(Collections.min(differences)).as("of %s", differences).isLessThanOrEqualTo(TOLERANCE);
    }

    /** Noise spoils a round, a defect spoils all of them. */
    private double differenceOfMedians(Person holder) {
        List<Long> taken = new ArrayList<>();
        List<Long> free = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            boolean takenFirst = order.nextBoolean();
            if (takenFirst) {
                taken.add(timeOfChange(people.add(), holder.email()));
            }
            free.add(timeOfChange(people.add(), freshAddress()));
            if (!takenFirst) {
                taken.add(timeOfChange(people.add(), holder.email()));
            }
        }
        return Math.abs((double) median(taken) / median(free) - 1);
    }

    private static long timeOfChange(Person person, String wanted) {
        SignedIn caller = SignedIn.pilot(person.id(), 42);
        caller.request().get("/users/view.json").then().statusCode(200);
        long start = System.nanoTime();
        call(caller, Map.of("new_email", wanted, "new_email_repeat", wanted, "password", People.PASSWORD))
                .statusCode(200);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> samples) {
        return samples.stream().sorted().skip(samples.size() / 2).findFirst().orElseThrow();
    }

    private static ValidatableResponse change(Person person, String wanted, String repeated, String password) {
        return call(person, Map.of("new_email", wanted, "new_email_repeat", repeated, "password", password));
    }

    private static ValidatableResponse call(Person person, Map<String, String> body) {
        return call(SignedIn.pilot(person.id(), 42), body);
    }

    private static ValidatableResponse call(SignedIn caller, Map<String, String> body) {
        return caller.request()
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse confirm(Person person, String secret) {
        return RestAssured.get("/users/confirmation/" + person.id() + "/" + secret + "/email.json")
                .then();
    }

    private static ValidatableResponse view(Person person) {
        return SignedIn.pilot(person.id(), 42)
                .request()
                .get("/users/view.json")
                .then()
                .statusCode(200);
    }

    private static boolean signsIn(String email) {
        return verify(email).jsonPath().getBoolean("accepted");
    }

    private static Response verify(String email) {
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(Map.of("email", email, "password", People.PASSWORD))
                .post("/internal/credentials/verify");
    }

    private static String freshAddress() {
        return "fresh-" + NUMBER.incrementAndGet() + "@change.example";
    }

    private static MailServer mailbox() {
        return MailTestResource.server();
    }
}
