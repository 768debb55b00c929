package dev.muster.identity.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.mail.MailServer;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.identity.mail.ReceivedMail;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class RecoveryTest {

    private static final String PATH = "/users/password_recover.json";
    private static final String NEW_PASSWORD = "sieben graue Kraniche über dem Fluss";
    private static final int SAMPLES = 15;

    private static final int NETWORK_LIMIT = 100;
    private static final int ROUNDS = 4;
    private static final double TOLERANCE = 0.1;

    @Inject
    People people;

    private final Random order = new Random(42);

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
                ask(person.email()),
                ask("nobody@people.example"),
                ask(disabled.email()),
                ask("no address at all"),
                ask("x".repeat(5000)));

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
        List<Double> differences = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            differences.add(differenceOfMedians());
            if (differences.get(round) <= TOLERANCE) {
                return;
            }
        }
        assertThat(Collections.min(differences)).as("of %s", differences).isLessThanOrEqualTo(TOLERANCE);
    }

    /** Noise spoils a round, a defect spoils all of them. */
    private double differenceOfMedians() {
        List<Person> persons = Stream.generate(people::add).limit(SAMPLES).toList();
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            boolean knownFirst = order.nextBoolean();
            if (knownFirst) {
                known.add(timeOf(persons.get(i).email()));
            }
            unknown.add(timeOf("nobody-" + i + "@people.example"));
            if (!knownFirst) {
                known.add(timeOf(persons.get(i).email()));
            }
        }
        return Math.abs((double) median(known) / median(unknown) - 1);
    }

    @Test
    @DisplayName("R03 only a person who may sign in gets a mail")
    void onlyAPersonWhoMaySignInGetsAMail() {
        Person person = people.add();
        Person disabled = people.add();
        people.set(disabled, "active = false");
        Person notActivated = people.add();
        people.set(notActivated, "activated_at = null");
        ask(disabled.email());
        ask(notActivated.email());
        ask("  " + person.email().toUpperCase(java.util.Locale.ROOT));

        assertThat(mailbox().awaitOnly(person.email()).link()).startsWith("/pages/password-reset/" + person.id() + "/");
        Eventually.holds("everything asked for is done", RecoveryTest::nothingIsPending);
        assertThat(mailbox().mails(disabled.email())).isEmpty();
        assertThat(mailbox().mails(notActivated.email())).isEmpty();
    }

    @Test
    void nobodysMailboxIsFilled() {
        Person person = people.add();
        for (int i = 0; i < 8; i++) {
            ask(person.email());
        }

        Eventually.holds("everything asked for is done", RecoveryTest::nothingIsPending);
        assertThat(mailbox().mails(person.email())).hasSize(5);
    }

    @Test
    @DisplayName("R06 R07 a network that asks too often gets 429 with Retry-After, the same for every address")
    void aNetworkThatAsksTooOftenIsThrottled() {
        Person person = people.add();
        for (int i = 0; i < NETWORK_LIMIT; i++) {
            ask("nobody-" + i + "@people.example").then().statusCode(200);
        }

        Response known = ask(person.email());
        Response unknown = ask("nobody@people.example");

        known.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", not(equalTo("0")))
                .body("code", equalTo("TOO_MANY_ATTEMPTS"));
        assertThat(withoutTrace(unknown)).isEqualTo(withoutTrace(known));
        Eventually.holds("everything asked for is done", RecoveryTest::nothingIsPending);
        assertThat(mailbox().mails(person.email())).isEmpty();
    }

    @Test
    @DisplayName("R06 requests for another password and wrong passwords of a network are counted together")
    void asksAndWrongPasswordsAreCountedTogether() {
        for (int i = 0; i < NETWORK_LIMIT; i++) {
            ask("nobody-" + i + "@people.example").then().statusCode(200);
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
        post(PATH, Map.of()).statusCode(400).body("errors.pointer", contains("/email"));
        RestAssured.given()
                .formParam("email", "nobody@people.example")
                .post(PATH)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("R15 a good link sets a password, closes every session and tells the person")
    void aGoodLinkSetsAPassword() {
        Person person = people.add();
        String path = resetPath(person);

        RestAssured.get(path).then().statusCode(200).body("result", is(true));
        reset(path, NEW_PASSWORD, NEW_PASSWORD)
                .statusCode(200)
                .body("result", is(true))
                .body("message", equalTo("Password changed successfully"));

        assertThat(signsIn(person, NEW_PASSWORD)).isTrue();
        assertThat(signsIn(person, People.PASSWORD)).isFalse();
        assertThat(PeersTestResource.peers().asked("/internal/users/" + person.id() + "/sessions/close"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains("password_reset"));
        assertThat(mailbox().await(person.email(), 2).subject()).isEqualTo("Your password was changed");
    }

    @Test
    @DisplayName("R16 a link is used up by its use, and the answer to it is the same as to an unknown one")
    void aLinkIsUsedUp() {
        Person person = people.add();
        String path = resetPath(person);
        reset(path, NEW_PASSWORD, NEW_PASSWORD).statusCode(200);

        reset(path, NEW_PASSWORD + "!", NEW_PASSWORD + "!")
                .statusCode(404)
                .body("result", is(false))
                .body("message", equalTo("This link is used up, expired or unknown"));
        RestAssured.get(path).then().statusCode(404);
        RestAssured.get("/users/new_password/" + person.id() + "/" + "A".repeat(43) + ".json")
                .then()
                .statusCode(404)
                .body("message", equalTo("This link is used up, expired or unknown"));
        assertThat(signsIn(person, NEW_PASSWORD)).isTrue();
    }

    @Test
    @DisplayName("R16 a newer link voids the older")
    void aNewerLinkVoidsTheOlder() {
        Person person = people.add();
        String older = resetPath(person);
        ask(person.email());
        ReceivedMail newer = mailbox().await(person.email(), 2);

        reset(older, NEW_PASSWORD, NEW_PASSWORD).statusCode(404);
        RestAssured.get("/users/new_password/" + person.id() + "/" + newer.secret() + ".json")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("R16 a link expires after an hour")
    void aLinkExpires() {
        Person person = people.add();
        String path = resetPath(person);
        Statements.run(
                "update tickets set expires_at = expires_at - interval '1 hour' where user_id = $1", person.id());

        RestAssured.get(path).then().statusCode(404);
        reset(path, NEW_PASSWORD, NEW_PASSWORD).statusCode(404);
    }

    @Test
    @DisplayName("R17 of 16 concurrent uses of a link exactly one succeeds")
    void ofConcurrentUsesOneSucceeds() {
        Person person = people.add();
        String path = resetPath(person);

        List<Integer> statuses = Race.of(
                16,
                i -> reset(path, NEW_PASSWORD + i, NEW_PASSWORD + i).extract().statusCode());

        assertThat(Collections.frequency(statuses, 200)).isOne();
        assertThat(Collections.frequency(statuses, 404)).isEqualTo(15);
        assertThat(signsIn(person, NEW_PASSWORD + statuses.indexOf(200))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "correct horse battery staple", "123456789012345"})
    @DisplayName("R10 R11 a password that the policy refuses leaves the link good")
    void aRefusedPasswordLeavesTheLinkGood(String refused) {
        Person person = people.add();
        String path = resetPath(person);

        reset(path, refused, refused).statusCode(400).body("errors.pointer", contains("/password"));

        RestAssured.get(path).then().statusCode(200);
    }

    @Test
    @DisplayName("R11 a password made of the organization where the person starts is refused with the reason")
    void aPasswordMadeOfTheOrganizationIsRefused() {
        Person person = people.add();
        String path = resetPath(person);
        PeersTestResource.organizations().startIn(person.id(), "Blue Heron Aviation");

        reset(path, "Blue-Heron-Aviation-26", "Blue-Heron-Aviation-26")
                .statusCode(400)
                .body("errors.pointer", contains("/password"))
                .body("errors.code", contains("derived"))
                .body("errors[0].detail", containsString("your organization's name"));

        RestAssured.get(path).then().statusCode(200);
    }

    @Test
    @DisplayName("R46 while org-service is silent a password is reset without the organization's name")
    void aSilentOrgServiceHoldsUpNoReset() {
        Person person = people.add();
        String path = resetPath(person);
        PeersTestResource.organizations().fallSilent();
        try {
            reset(path, NEW_PASSWORD, NEW_PASSWORD).statusCode(200);
        } finally {
            PeersTestResource.organizations().comeBack();
        }

        assertThat(signsIn(person, NEW_PASSWORD)).isTrue();
    }

    @Test
    void whatIsMissingOrDifferentIsNamed() {
        Person person = people.add();
        String path = resetPath(person);

        post(path, Map.of()).statusCode(400).body("errors.pointer", contains("/newpassword", "/password"));
        reset(path, NEW_PASSWORD, NEW_PASSWORD + "!").statusCode(400).body("errors.pointer", contains("/newpassword"));
    }

    @Test
    @DisplayName("R20 a password reset keeps the second factor")
    void aResetKeepsTheSecondFactor() {
        Person person = people.add();
        people.set(person, "two_factor = 'EMAIL'");

        reset(resetPath(person), NEW_PASSWORD, NEW_PASSWORD).statusCode(200);

        assertThat(people.row(person).getString("two_factor")).isEqualTo("EMAIL");
    }

    @Test
    @DisplayName("R15 the password is changed while session-service is away; the sessions are closed when it is back")
    void theSessionsAreClosedWhenSessionServiceIsBack() {
        Person person = people.add();
        String path = resetPath(person);
        PeersTestResource.peers().goAway();
        try {
            reset(path, NEW_PASSWORD, NEW_PASSWORD).statusCode(200);
        } finally {
            PeersTestResource.peers().comeBack();
        }

        Eventually.holds(
                "the sessions are closed",
                () -> !PeersTestResource.peers()
                        .asked("/internal/users/" + person.id() + "/sessions/close")
                        .isEmpty());
    }

    private static String withoutTrace(Response response) {
        return response.asString().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private static boolean nothingIsPending() {
        return Statements.number("select count(*) from outbox where kind in ('password.recovery', 'mail')"
                        + " and parked_at is null")
                == 0;
    }

    private static String resetPath(Person person) {
        ask(person.email());
        String secret = mailbox().await(person.email(), 1).secret();
        return "/users/new_password/" + person.id() + "/" + secret + ".json";
    }

    private static Response ask(String email) {
        return RestAssured.given()
                .contentType("application/json")
                .body(Map.of("email", email))
                .post(PATH);
    }

    /** What the one before left to be done after its answer must not slow this one down. */
    private long timeOf(String email) {
        Eventually.holds("everything asked for is done", RecoveryTest::nothingIsPending);
        people.forgetAttempts();
        long start = System.nanoTime();
        ask(email).then().statusCode(200);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> samples) {
        return samples.stream().sorted().skip(samples.size() / 2).findFirst().orElseThrow();
    }

    private static ValidatableResponse reset(String path, String wanted, String repeated) {
        return post(path, Map.of("password", wanted, "newpassword", repeated));
    }

    private static ValidatableResponse post(String path, Map<String, String> body) {
        return RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static boolean signsIn(Person person, String password) {
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(Map.of("email", person.email(), "password", password))
                .post("/internal/credentials/verify")
                .jsonPath()
                .getBoolean("accepted");
    }

    private static MailServer mailbox() {
        return MailTestResource.server();
    }
}
