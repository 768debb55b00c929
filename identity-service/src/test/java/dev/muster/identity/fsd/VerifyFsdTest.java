package dev.muster.identity.fsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.SignIn;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.race.Race;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class VerifyFsdTest {

    /** Everybody's FSD password here is {@link People#PASSWORD}; the account's is another. */
    private static final String ACCOUNT_PASSWORD = "Blåbærsyltetøy på brødskive";

    private static final String ACCOUNT_HASH =
            "$argon2id$v=19$m=7168,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$mT/ZM6dU01FyV5AooM6kjDpR6c9hpe56s+l7FbAGUqY";

    private static final String BCRYPT = "$2b$10$FvGc3MxdvvH4sHwCp7L7P.En3VxOyYcCwYpIFW5jcyd9uRNIyFrbC";
    private static final String WRONG = "{\"verdict\":\"WRONG\"}";
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    @Inject
    People people;

    @Test
    void theRightFsdPasswordIsOkAndTellsTheRatings() {
        Person person = networkPerson();
        people.set(person, "network_rating = 5, pilot_rating = 7");

        verify(person.id(), People.PASSWORD)
                .then()
                .statusCode(200)
                .body("verdict", equalTo("OK"))
                .body("networkRating", equalTo(5))
                .body("pilotRating", equalTo(7))
                .body("size()", equalTo(3));
    }

    @Test
    @DisplayName("R02 an unknown id, a wrong password and one without an FSD password are one answer")
    void everyWrongOneIsTheSameAnswer() {
        Person withoutFsdPassword = people.add();

        assertThat(List.of(
                        verify(networkPerson().id(), "a wrong password altogether"),
                        verify(withoutFsdPassword.id(), People.PASSWORD),
                        verify(7, People.PASSWORD),
                        verify(0, People.PASSWORD),
                        verify(-1, People.PASSWORD),
                        verify(Long.MAX_VALUE, People.PASSWORD)))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.asString()).isEqualTo(WRONG);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "active = false",
                "network_rating = 0",
                "network_rating = -1",
                "expiration = now() - interval '1 second'",
                "activated_at = null"
            })
    void whoMayNotSignInIsBarredOnceThePasswordIsRight(String state) {
        Person person = networkPerson();
        people.set(person, state);

        verify(person.id(), People.PASSWORD)
                .then()
                .body("verdict", equalTo("BARRED"))
                .body("networkRating", equalTo(people.row(person).getInteger("network_rating")))
                .body("pilotRating", equalTo(0));
        assertThat(verify(person.id(), "a wrong password altogether").asString())
                .isEqualTo(WRONG);
    }

    @Test
    void theAccountPasswordIsNoFsdPassword() {
        Person person = networkPerson();

        assertThat(verify(person.id(), ACCOUNT_PASSWORD).asString()).isEqualTo(WRONG);
    }

    @Test
    void theFsdPasswordSignsNobodyIn() {
        Person person = networkPerson();

        assertThat(SignIn.succeeds(person.email(), People.PASSWORD)).isFalse();
        assertThat(SignIn.succeeds(person.email(), ACCOUNT_PASSWORD)).isTrue();
    }

    @Test
    @DisplayName("R06 ten wrong FSD passwords throttle the id, even for the right one, whoever has it")
    void tenWrongFsdPasswordsThrottleTheId() {
        Person person = networkPerson();
        long nobody = 8_000_000_000L + person.id();
        guessWrong(person.id(), 10);
        guessWrong(nobody, 10);

        List.of(verify(person.id(), People.PASSWORD), verify(nobody, People.PASSWORD))
                .forEach(answer -> answer.then()
                        .statusCode(200)
                        .body("verdict", equalTo("THROTTLED"))
                        .body("retryAfterSeconds", allOf(greaterThan(800), lessThanOrEqualTo(900)))
                        .body("size()", equalTo(2)));
    }

    @Test
    @DisplayName("R06 a network that guesses FSD passwords is throttled for every sign-in")
    void aNetworkThatGuessesIsThrottledForEverySignIn() {
        String network = address();
        for (int i = 0; i < 100; i++) {
            verify(9_000_000_000L + i, People.PASSWORD, network).then().body("verdict", equalTo("WRONG"));
        }

        verify(networkPerson().id(), People.PASSWORD, network).then().body("verdict", equalTo("THROTTLED"));
        signIn(networkPerson(), ACCOUNT_PASSWORD, network).then().statusCode(429);
    }

    @Test
    void wrongFsdPasswordsDoNotLockTheAccountOut() {
        Person person = networkPerson();
        guessWrong(person.id(), 10);

        assertThat(SignIn.succeeds(person.email(), ACCOUNT_PASSWORD)).isTrue();
    }

    @Test
    void aRightFsdPasswordClearsTheCount() {
        Person person = networkPerson();

        guessWrong(person.id(), 9);
        verify(person.id(), People.PASSWORD).then().body("verdict", equalTo("OK"));
        guessWrong(person.id(), 9);

        verify(person.id(), People.PASSWORD).then().body("verdict", equalTo("OK"));
    }

    @Test
    @DisplayName("R05 32 wrong FSD passwords at once are never looked at more often than the limit")
    void manyAtOnceAreLookedAtTenTimes() {
        Person person = networkPerson();

        List<String> verdicts =
                Race.of(32, i -> verify(person.id(), "a wrong password " + i).path("verdict"));

        assertThat(verdicts).filteredOn("WRONG"::equals).hasSize(10);
        assertThat(verdicts).filteredOn("THROTTLED"::equals).hasSize(22);
    }

    @Test
    @DisplayName("R13 an FSD password's weaker or foreign hash is upgraded when it is used")
    void aForeignHashIsUpgraded() {
        Person person = networkPerson();
        people.setFsdHash(person, BCRYPT);

        verify(person.id(), People.PASSWORD).then().body("verdict", equalTo("OK"));

        assertThat(people.fsdHashOf(person)).startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
        assertThat(people.hashOf(person)).isEqualTo(ACCOUNT_HASH);
        verify(person.id(), People.PASSWORD).then().body("verdict", equalTo("OK"));
    }

    @Test
    void everythingMissingIsNamed() {
        send("{}").then().statusCode(400).body("errors.pointer", containsInAnyOrder("/userId", "/password"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"userId\": \"100000\", \"password\": \"x\"} | /userId",
                "{\"userId\": 100000, \"password\": 5} | /password",
                "{\"userId\": 100000, \"password\": \"x\", \"network\": \"example.com\"} | /network"
            })
    @DisplayName("R38 a value that cannot be read is named")
    void aWrongValueIsNamed(String body, String pointer) {
        send(body).then().statusCode(400).body("errors.pointer", equalTo(List.of(pointer)));
    }

    private Person networkPerson() {
        Person person = people.withHash(ACCOUNT_HASH);
        people.setFsdHash(person, People.HASH);
        return person;
    }

    private static void guessWrong(long cid, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(verify(cid, "a wrong password altogether").asString()).isEqualTo(WRONG);
        }
    }

    private static Response verify(long cid, String password) {
        return verify(cid, password, address());
    }

    private static Response verify(long cid, String password, String network) {
        return send(Map.of("userId", cid, "password", password, "network", network));
    }

    private static Response send(Object body) {
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(body)
                .post("/internal/credentials/verify-fsd");
    }

    private static Response signIn(Person person, String password, String network) {
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(Map.of("email", person.email(), "password", password, "clientIp", network))
                .post("/internal/credentials/verify");
    }

    private static String address() {
        return "2001:db8:f5d:" + Integer.toHexString(ADDRESS.incrementAndGet()) + "::1";
    }
}
