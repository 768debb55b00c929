package dev.muster.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** People whom the network API made without an address. */
@IdentityTest
class SecondFactorWithoutEmailTest {

    private static final String PATH = "/api/v1/users/me/second-factor";

    @Inject
    People people;

    @Test
    @DisplayName("R20 somebody without an address enrols an authenticator that is called by their number")
    void anAuthenticatorIsCalledByTheNumber() {
        Person person = people.addWithoutEmail();

        String secret = post(person, "/totp", Map.of("password", People.PASSWORD))
                .statusCode(201)
                .body("otpauth_uri", startsWith("otpauth://totp/Muster:" + person.id() + "?secret="))
                .extract()
                .path("secret");
        post(person, "/totp/confirmation", Map.of("code", codeOf(secret, 0))).statusCode(200);

        verify(person, codeOf(secret, 1)).body("accepted", is(true)).body("secondFactor", equalTo("PASSED"));
    }

    @Test
    void whatChangesAboutItIsMailedToNobody() {
        Person person = people.addWithoutEmail();
        String secret = post(person, "/totp", Map.of("password", People.PASSWORD))
                .extract()
                .path("secret");

        post(person, "/totp/confirmation", Map.of("code", codeOf(secret, 0))).statusCode(200);
        post(person, "/recovery-codes", Map.of("password", People.PASSWORD)).statusCode(201);
        post(person, "/totp/removal", Map.of("password", People.PASSWORD)).statusCode(204);

        assertThat(mailsOrderedFor(person)).isZero();
    }

    @Test
    @DisplayName("R20 a code that can be mailed to nobody is asked for all the same")
    void aCodeThatCanBeMailedToNobodyIsAskedForAllTheSame() {
        Person person = people.addWithoutEmail();
        people.set(person, "two_factor = 'EMAIL'");

        verify(person, null).body("accepted", is(false)).body("secondFactor", equalTo("REQUIRED"));

        assertThat(mailsOrderedFor(person)).isZero();
        assertThat(Statements.number("select count(*) from tickets where user_id = $1", person.id()))
                .isZero();
    }

    private static long mailsOrderedFor(Person person) {
        return Statements.number("select count(*) from outbox where key like $1", "mail:" + person.id() + ":%");
    }

    private static String codeOf(String secret, long stepsFromNow) {
        return new TotpSecret(secret).codeAt(Instant.now().getEpochSecond() / 30 + stepsFromNow);
    }

    private static ValidatableResponse post(Person person, String path, Map<String, String> body) {
        return SignedIn.pilot(person.id(), 42)
                .request()
                .contentType("application/json")
                .body(body)
                .post(PATH + path)
                .then();
    }

    private static ValidatableResponse verify(Person person, String code) {
        Map<String, Object> body = new HashMap<>();
        body.put("userId", person.id());
        body.put("password", People.PASSWORD);
        body.put("code", code);
        body.put("clientIp", "2001:db8:5:" + Long.toHexString(person.id() % 65_536) + "::1");
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(body)
                .post("/internal/credentials/verify")
                .then()
                .statusCode(200);
    }
}
