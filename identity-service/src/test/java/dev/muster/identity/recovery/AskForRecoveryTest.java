package dev.muster.identity.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.SameTime;
import dev.muster.identity.mail.MailServer;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class AskForRecoveryTest {

    private static final int LEAST_PAIRS = 15;
    private static final int NETWORK_LIMIT = 100;
    private static final int MOST_PAIRS = 300;
    private static final double TOLERANCE = 0.1;

    @Inject
    People people;

    @BeforeEach
    void nobodyHasAskedYet() {
        people.forgetAttempts();
    }

    @Test
    @DisplayName("R03 known and unknown addresses and what is no address get one answer")
    void everyAddressGetsOneAnswer() {
        Person person = people.add();
        Person disabled = people.add();
        people.set(disabled, "active = false");

        List<Response> answers = List.of(
                RecoveryCalls.ask(person.email()),
                RecoveryCalls.ask("nobody@people.example"),
                RecoveryCalls.ask(disabled.email()),
                RecoveryCalls.ask("no address at all"),
                RecoveryCalls.ask("x".repeat(5000)));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.asString())
                    .isEqualTo("{\"message\":\"If this address belongs to an account, a mail is on its way to it.\"}");
            assertThat(answer.headers()).hasSameSizeAs(answers.get(0).headers());
        });
    }

    @Test
    @DisplayName("R03 a known address takes as long as an unknown one")
    void aKnownAddressTakesAsLongAsAnUnknownOne() {
        new SameTime(LEAST_PAIRS, MOST_PAIRS, TOLERANCE)
                .holds(
                        () -> timeOf(people.add().email()),
                        () -> timeOf("nobody-" + people.add().email()));
    }

    /** What the one before left to be done after its answer must not slow this one down. */
    private long timeOf(String email) {
        Eventually.holds("everything asked for is done", AskForRecoveryTest::nothingIsPending);
        people.forgetAttempts();
        long start = System.nanoTime();
        RecoveryCalls.ask(email).then().statusCode(200);
        return System.nanoTime() - start;
    }

    @Test
    @DisplayName("R03 only a person who may sign in gets a mail")
    void onlyAPersonWhoMaySignInGetsAMail() {
        Person person = people.add();
        Person disabled = people.add();
        people.set(disabled, "active = false");
        Person notActivated = people.add();
        people.set(notActivated, "activated_at = null");
        RecoveryCalls.ask(disabled.email());
        RecoveryCalls.ask(notActivated.email());
        RecoveryCalls.ask("  " + person.email().toUpperCase(Locale.ROOT));

        assertThat(mailbox().awaitOnly(person.email()).link()).startsWith("/pages/password-reset/" + person.id() + "/");
        Eventually.holds(
                "everything asked for is done",
                () -> nothingIsPendingFor(person.email(), disabled.email(), notActivated.email()));
        assertThat(mailbox().mails(disabled.email())).isEmpty();
        assertThat(mailbox().mails(notActivated.email())).isEmpty();
    }

    @Test
    void nobodysMailboxIsFilled() {
        Person person = people.add();
        for (int i = 0; i < 8; i++) {
            RecoveryCalls.ask(person.email());
        }

        Eventually.holds("everything asked for is done", () -> nothingIsPendingFor(person.email()));
        assertThat(mailbox().mails(person.email())).hasSize(5);
    }

    @Test
    @DisplayName("R06 R07 a network that asks too often gets 429 with Retry-After, the same for every address")
    void aNetworkThatAsksTooOftenIsThrottled() {
        Person person = people.add();
        for (int i = 0; i < NETWORK_LIMIT; i++) {
            RecoveryCalls.ask("nobody-" + i + "@people.example").then().statusCode(200);
        }

        Response known = RecoveryCalls.ask(person.email());
        Response unknown = RecoveryCalls.ask("nobody@people.example");

        known.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", not(equalTo("0")))
                .body("code", equalTo("TOO_MANY_ATTEMPTS"));
        assertThat(withoutTrace(unknown)).isEqualTo(withoutTrace(known));
        Eventually.holds("everything asked for is done", () -> nothingIsPendingFor(person.email()));
        assertThat(mailbox().mails(person.email())).isEmpty();
    }

    @Test
    @DisplayName("R06 requests for another password and wrong passwords of a network are counted together")
    void asksAndWrongPasswordsAreCountedTogether() {
        for (int i = 0; i < NETWORK_LIMIT; i++) {
            RecoveryCalls.ask("nobody-" + i + "@people.example").then().statusCode(200);
        }

        ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(Map.of("email", people.add().email(), "password", People.PASSWORD, "clientIp", "127.0.0.1"))
                .post("/internal/credentials/verify")
                .then()
                .statusCode(429);
    }

    @Test
    void aMissingAddressIsNamedAndAFormIsAccepted() {
        RecoveryCalls.post(RecoveryCalls.PATH, Map.of()).statusCode(400).body("errors.pointer", contains("/email"));
        RestAssured.given()
                .formParam("email", "nobody@people.example")
                .post(RecoveryCalls.PATH)
                .then()
                .statusCode(200);
    }

    private static String withoutTrace(Response response) {
        return response.asString().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private static boolean nothingIsPending() {
        return Statements.number("select count(*) from outbox where kind in ('password.recovery', 'mail')"
                        + " and parked_at is null")
                == 0;
    }

    private static boolean nothingIsPendingFor(String... emails) {
        String[] patterns =
                Arrays.stream(emails).map(email -> "%\"" + email + "\"%").toArray(String[]::new);
        return Statements.number(
                        "select count(*) from outbox where parked_at is null and lower(payload) like any ($1)",
                        (Object) patterns)
                == 0;
    }

    private static MailServer mailbox() {
        return MailTestResource.server();
    }
}
