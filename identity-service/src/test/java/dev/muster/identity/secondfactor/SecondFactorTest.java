package dev.muster.identity.secondfactor;

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
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class SecondFactorTest {

    private static final String PATH = "/api/v1/users/me/second-factor";
    private static final AtomicInteger NETWORK = new AtomicInteger();

    @Inject
    People people;

    @Test
    @DisplayName("R20 with EMAIL a right password gets no session but a mail with a code, which completes it once")
    void aMailedCodeCompletesTheSignInOnce() {
        Person person = withMail();

        verify(person, null)
                .body("accepted", is(false))
                .body("secondFactor", equalTo("REQUIRED"))
                .body("twoFactor", equalTo("EMAIL"))
                .body("userId", equalTo((int) person.id()));
        String code = mailbox().awaitOnly(person.email()).code();

        verify(person, code)
                .body("accepted", is(true))
                .body("secondFactor", equalTo("PASSED"))
                .body("twoFactor", equalTo("EMAIL"));
        verify(person, code).body("accepted", is(false)).body("secondFactor", equalTo("FAILED"));
    }

    @Test
    @DisplayName("R02 a wrong password tells nothing of the second factor and mails nothing")
    void aWrongPasswordTellsNothing() {
        Person person = withMail();

        ask(person, "a wrong password altogether", null)
                .body("size()", equalTo(1))
                .body("accepted", is(false));
        ask(person, "a wrong password altogether", "123456").body("size()", equalTo(1));

        assertThat(Statements.number("select count(*) from tickets where user_id = $1", person.id()))
                .isZero();
    }

    @Test
    @DisplayName("R20 a mailed code bears five wrong guesses")
    void aMailedCodeBearsFiveWrongGuesses() {
        Person person = withMail();
        verify(person, null);
        String code = mailbox().awaitOnly(person.email()).code();
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            verify(person, wrong).body("secondFactor", equalTo("FAILED")).body("twoFactor", equalTo("EMAIL"));
        }

        verify(person, code).body("secondFactor", equalTo("FAILED"));
    }

    @Test
    @DisplayName("R20 R06 wrong codes are counted with wrong passwords, and a right password alone clears nothing")
    void wrongCodesAreThrottled() {
        Person person = enrolled().person();
        for (int i = 0; i < 10; i++) {
            verify(person, "abcdef").body("secondFactor", equalTo("FAILED"));
            if (i < 9) {
                verify(person, null).body("secondFactor", equalTo("REQUIRED"));
            }
        }

        askForStatus(person, People.PASSWORD, null, 429);
    }

    @Test
    @DisplayName("R16 a newer code voids the older, and ten in a quarter of an hour are enough")
    void aNewerCodeVoidsTheOlder() {
        Person person = withMail();
        verify(person, null);
        String older = mailbox().await(person.email(), 1).code();
        verify(person, null);
        String newer = mailbox().await(person.email(), 2).code();

        if (!older.equals(newer)) {
            verify(person, older).body("secondFactor", equalTo("FAILED"));
        }
        verify(person, newer).body("secondFactor", equalTo("PASSED"));
        for (int i = 0; i < 8; i++) {
            verify(person, null).body("secondFactor", equalTo("REQUIRED"));
        }
        askForStatus(person, People.PASSWORD, null, 429);
    }

    @Test
    @DisplayName("R20 an authenticator is enrolled with its first code; its secret is stored sealed")
    void anAuthenticatorIsEnrolled() {
        Person person = people.add();
        SignedIn caller = SignedIn.pilot(person.id(), 42);
        String secret = post(caller, "/totp", Map.of("password", People.PASSWORD))
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("otpauth_uri", startsWith("otpauth://totp/Muster:"))
                .extract()
                .path("secret");
        standing(caller).body("method", equalTo("OFF")).body("totp_enrolled", is(false));

        List<String> codes = post(caller, "/totp/confirmation", Map.of("code", codeOf(secret, 0)))
                .statusCode(200)
                .extract()
                .path("recovery_codes");

        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        standing(caller)
                .body("method", equalTo("TOTP"))
                .body("totp_enrolled", is(true))
                .body("recovery_codes_left", equalTo(10));
        assertThat(Statements.run("select * from authenticators where user_id = $1", person.id())
                        .iterator()
                        .next()
                        .deepToString())
                .doesNotContain(secret);
        assertThat(mailbox().awaitOnly(person.email()).subject()).isEqualTo("Your sign-in protection was changed");
    }

    @Test
    void aWrongFirstCodeEnrolsNothing() {
        Person person = people.add();
        SignedIn caller = SignedIn.pilot(person.id(), 42);
        post(caller, "/totp/confirmation", Map.of("code", "123456")).statusCode(400);
        post(caller, "/totp", Map.of("password", People.PASSWORD)).statusCode(201);

        post(caller, "/totp/confirmation", Map.of("code", "12345x"))
                .statusCode(400)
                .body("errors.pointer", contains("/code"));

        standing(caller).body("method", equalTo("OFF")).body("totp_enrolled", is(false));
        verify(person, null).body("secondFactor", equalTo("NOT_NEEDED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/totp", "/totp/removal", "/recovery-codes"})
    @DisplayName("R06 enrolling, removing and new recovery codes need the password, and wrong ones count")
    void thePasswordIsNeeded(String path) {
        Person person = people.add();
        SignedIn caller = SignedIn.pilot(person.id(), 42);

        post(caller, path, Map.of()).statusCode(400).body("errors.pointer", contains("/password"));
        for (int i = 0; i < 10; i++) {
            post(caller, path, Map.of("password", "a wrong password altogether"))
                    .statusCode(404);
        }
        post(caller, path, Map.of("password", People.PASSWORD)).statusCode(429);
    }

    @Test
    void whoIsNotSignedInIsRefused() {
        RestAssured.get(PATH).then().statusCode(401);
    }

    @Test
    @DisplayName("R20 a code of the authenticator is used once per step, also by 16 at once")
    void aCodeIsUsedOncePerStep() {
        Enrolled enrolled = enrolled();
        String next = codeOf(enrolled.secret(), 1);

        List<String> verdicts =
                Race.of(8, i -> verify(enrolled.person(), next).extract().path("secondFactor"));

        assertThat(Collections.frequency(verdicts, "PASSED")).isOne();
        assertThat(Collections.frequency(verdicts, "FAILED")).isEqualTo(7);
    }

    @Test
    void aCodeMayBeTypedInTheGroupsThatAppsShow() {
        Enrolled enrolled = enrolled();
        String next = codeOf(enrolled.secret(), 1);

        verify(enrolled.person(), next.substring(0, 3) + " " + next.substring(3))
                .body("secondFactor", equalTo("PASSED"));
    }

    @Test
    @DisplayName("R20 the code that enrolled the authenticator and older ones are used up")
    void theEnrollingCodeIsUsedUp() {
        Enrolled enrolled = enrolled();

        verify(enrolled.person(), codeOf(enrolled.secret(), -1)).body("secondFactor", equalTo("FAILED"));
        verify(enrolled.person(), codeOf(enrolled.secret(), 1)).body("secondFactor", equalTo("PASSED"));
        verify(enrolled.person(), codeOf(enrolled.secret(), 0)).body("secondFactor", equalTo("FAILED"));
    }

    @Test
    @DisplayName("R20 a recovery code stands in once, however it is typed")
    void aRecoveryCodeStandsInOnce() {
        Enrolled enrolled = enrolled();
        String code = enrolled.recoveryCodes().get(3);

        List<String> verdicts = Race.of(
                8,
                i -> verify(enrolled.person(), code.toUpperCase(Locale.ROOT).replace('-', ' '))
                        .extract()
                        .path("secondFactor"));

        assertThat(Collections.frequency(verdicts, "PASSED")).isOne();
        verify(enrolled.person(), enrolled.recoveryCodes().get(4)).body("secondFactor", equalTo("PASSED"));
        standing(SignedIn.pilot(enrolled.person().id(), 42)).body("recovery_codes_left", equalTo(8));
    }

    @Test
    @DisplayName("R20 new recovery codes void the older ones; codes are of no use to another person")
    void newRecoveryCodesVoidTheOlder() {
        Enrolled enrolled = enrolled();
        Enrolled other = enrolled();
        SignedIn caller = SignedIn.pilot(enrolled.person().id(), 42);
        List<String> newer = post(caller, "/recovery-codes", Map.of("password", People.PASSWORD))
                .statusCode(201)
                .extract()
                .path("recovery_codes");

        verify(enrolled.person(), enrolled.recoveryCodes().get(0)).body("secondFactor", equalTo("FAILED"));
        verify(enrolled.person(), other.recoveryCodes().get(0)).body("secondFactor", equalTo("FAILED"));
        verify(enrolled.person(), newer.get(0)).body("secondFactor", equalTo("PASSED"));
    }

    @Test
    void newRecoveryCodesAreTwoStatements() {
        SignedIn caller = SignedIn.pilot(enrolled().person().id(), 42);
        long before = Statements.calls("%recovery_codes%");

        post(caller, "/recovery-codes", Map.of("password", People.PASSWORD)).statusCode(201);

        assertThat(Statements.calls("%recovery_codes%") - before).isEqualTo(2);
    }

    @Test
    @DisplayName("R30 recovery codes are stored hashed")
    void recoveryCodesAreStoredHashed() {
        Enrolled enrolled = enrolled();

        Statements.run(
                        "select * from recovery_codes where user_id = $1",
                        enrolled.person().id())
                .forEach(row -> assertThat(row.getBuffer("code_hash").length()).isEqualTo(32));
    }

    @Test
    void aRemovedAuthenticatorIsAskedForNoMore() {
        Enrolled enrolled = enrolled();
        SignedIn caller = SignedIn.pilot(enrolled.person().id(), 42);

        post(caller, "/totp/removal", Map.of("password", People.PASSWORD)).statusCode(204);

        standing(caller)
                .body("method", equalTo("OFF"))
                .body("totp_enrolled", is(false))
                .body("recovery_codes_left", equalTo(0));
        verify(enrolled.person(), null).body("accepted", is(true)).body("secondFactor", equalTo("NOT_NEEDED"));
    }

    @Test
    @DisplayName("R20 the profile switches between OFF and EMAIL, and to TOTP only with an authenticator")
    void theProfileSwitchesTheMethod() {
        Person person = people.add();
        SignedIn caller = SignedIn.pilot(person.id(), 42);

        edit(caller, "EMAIL").statusCode(200).body("User.two_factor", equalTo("EMAIL"));
        edit(caller, "TOTP").statusCode(400).body("errors.pointer", contains("/User/two_factor"));
        edit(caller, "SMS").statusCode(400).body("errors.pointer", contains("/User/two_factor"));
        edit(caller, "OFF").statusCode(200).body("User.two_factor", equalTo("OFF"));
        Enrolled enrolled = enrolled();
        SignedIn other = SignedIn.pilot(enrolled.person().id(), 42);
        edit(other, "OFF").statusCode(200);
        edit(other, "TOTP").statusCode(200).body("User.two_factor", equalTo("TOTP"));
    }

    /** Somebody with an authenticator. */
    private record Enrolled(Person person, String secret, List<String> recoveryCodes) {}

    private Enrolled enrolled() {
        Person person = people.add();
        SignedIn caller = SignedIn.pilot(person.id(), 42);
        String secret = post(caller, "/totp", Map.of("password", People.PASSWORD))
                .extract()
                .path("secret");
        List<String> codes = post(caller, "/totp/confirmation", Map.of("code", codeOf(secret, 0)))
                .statusCode(200)
                .extract()
                .path("recovery_codes");
        return new Enrolled(person, secret, codes);
    }

    private Person withMail() {
        Person person = people.add();
        people.set(person, "two_factor = 'EMAIL'");
        return person;
    }

    private static String codeOf(String secret, long stepsFromNow) {
        return new TotpSecret(secret).codeAt(Instant.now().getEpochSecond() / 30 + stepsFromNow);
    }

    private static ValidatableResponse standing(SignedIn caller) {
        return caller.request().get(PATH).then().statusCode(200);
    }

    private static ValidatableResponse post(SignedIn caller, String path, Map<String, String> body) {
        return caller.request()
                .contentType("application/json")
                .body(body)
                .post(PATH + path)
                .then();
    }

    private static ValidatableResponse edit(SignedIn caller, String method) {
        return caller.request()
                .contentType("application/json")
                .body(Map.of("User", Map.of("two_factor", method)))
                .post("/users/edit.json")
                .then();
    }

    private static ValidatableResponse verify(Person person, String code) {
        return ask(person, People.PASSWORD, code);
    }

    private static ValidatableResponse ask(Person person, String password, String code) {
        return askForStatus(person, password, code, 200);
    }

    private static ValidatableResponse askForStatus(Person person, String password, String code, int status) {
        Map<String, String> body = new HashMap<>();
        body.put("email", person.email());
        body.put("password", password);
        body.put("code", code);
        body.put("clientIp", "2001:db8:2:" + Integer.toHexString(NETWORK.incrementAndGet()) + "::1");
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(body)
                .post("/internal/credentials/verify")
                .then()
                .statusCode(status);
    }

    private static MailServer mailbox() {
        return MailTestResource.server();
    }
}
