package dev.muster.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.text.Normalizer;
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
class VerifyCredentialsTest {

    private static final String PATH = "/internal/credentials/verify";
    private static final AtomicInteger NETWORK = new AtomicInteger();

    @Inject
    People people;

    @Test
    void theRightPasswordIsAcceptedAndSaysWhoItIs() {
        Person person = people.add();
        people.set(person, "network_rating = 3, pilot_rating = 7");

        verify(person.email(), People.PASSWORD)
                .then()
                .statusCode(200)
                .body("accepted", is(true))
                .body("userId", equalTo((int) person.id()))
                .body("email", equalTo(person.email()))
                .body("confirmed", is(true))
                .body("active", is(true))
                .body("networkRating", equalTo(3))
                .body("pilotRating", equalTo(7))
                .body("twoFactor", equalTo("OFF"))
                .body("api", is(false))
                .body("secondFactor", equalTo("NOT_NEEDED"))
                .body("version", equalTo(2))
                .body("size()", equalTo(11));
    }

    @Test
    @DisplayName("R08 the address is matched by its normal form")
    void theAddressIsMatchedByItsNormalForm() {
        Person person = people.add();

        verify("  " + person.email().toUpperCase(Locale.ROOT), People.PASSWORD)
                .then()
                .body("accepted", is(true));
    }

    @Test
    void anUnconfirmedAddressSignsInAndIsCalledUnconfirmed() {
        Person person = people.add();
        people.set(person, "email_status = 'unconfirmed'");

        verify(person.email(), People.PASSWORD)
                .then()
                .body("accepted", is(true))
                .body("confirmed", is(false));
    }

    @Test
    @DisplayName(
            "R02 unknown, wrong, disabled, suspended, expired, not activated and without a password are one answer")
    void everyRefusalIsTheSameAnswer() {
        List<Response> refusals = List.of(
                verify("nobody@people.example", People.PASSWORD),
                verify("no address at all", People.PASSWORD),
                verify(people.add().email(), "a wrong password altogether"),
                verify(people.add().email(), ""),
                refusedOnceSet("active = false"),
                refusedOnceSet("network_rating = 0"),
                refusedOnceSet("network_rating = -1"),
                refusedOnceSet("expiration = now() - interval '1 second'"),
                refusedOnceSet("activated_at = null"),
                refusedWithoutPassword());

        for (Response refusal : refusals) {
            assertThat(refusal.statusCode()).isEqualTo(200);
            assertThat(refusal.asString()).isEqualTo("{\"accepted\":false}");
            assertThat(refusal.headers()).hasSameSizeAs(refusals.get(0).headers());
        }
    }

    private Response refusedOnceSet(String assignment) {
        Person person = people.add();
        people.set(person, assignment);
        return verify(person.email(), People.PASSWORD);
    }

    private Response refusedWithoutPassword() {
        Person person = people.add();
        people.forgetPassword(person);
        return verify(person.email(), People.PASSWORD);
    }

    @Test
    @DisplayName("R10 NFC and NFD of one password verify alike")
    void composedAndDecomposedVerifyAlike() {
        // The reference implementation's hash of "Blåbærsyltetøy på brødskive" in NFC.
        Person person = people.withHash(Vectors.BLUEBERRY_JAM_HASH);

        for (Normalizer.Form form : Normalizer.Form.values()) {
            verify(person.email(), Normalizer.normalize(Vectors.BLUEBERRY_JAM, form))
                    .then()
                    .body("accepted", is(true));
        }
    }

    @Test
    void aPasswordIsNotTruncated() {
        Person person = people.add();

        verify(person.email(), People.PASSWORD + " and more").then().body("accepted", is(false));
        verify(person.email(), People.PASSWORD.substring(1)).then().body("accepted", is(false));
    }

    @Test
    void whatIsMissingIsNamed() {
        ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"))
                .body("errors.pointer", contains("/email", "/password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "example.com", "256.1.1.1", ""})
    void aClientAddressThatIsNoneIsNamed(String clientIp) {
        call(Map.of("email", "a@people.example", "password", "x", "clientIp", clientIp))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/clientIp"));
    }

    @Test
    @DisplayName("R48 a newer session-service may ask with fields not known yet")
    void aNewerSessionServiceMayAskWithFieldsNotKnownYet() {
        Person person = people.add();

        call(Map.of("email", person.email(), "password", People.PASSWORD, "device", "unheard of"))
                .then()
                .statusCode(200)
                .body("accepted", is(true));
    }

    @Test
    @DisplayName("R36 only a service token made for this service is accepted")
    void onlyServicesMayAsk() {
        Map<String, String> body = Map.of("email", "a@people.example", "password", "x");

        SignedIn.operator(100_001, 42)
                .request()
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(401);
        ServiceCaller.to("org-service")
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(401);
    }

    private static Response verify(String email, String password) {
        Map<String, Object> body = new HashMap<>();
        body.put("email", email);
        body.put("password", password);
        body.put("clientIp", "2001:db8:1:" + Integer.toHexString(NETWORK.incrementAndGet()) + "::1");
        return call(body);
    }

    private static Response call(Map<String, ?> body) {
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(body)
                .post(PATH);
    }
}
