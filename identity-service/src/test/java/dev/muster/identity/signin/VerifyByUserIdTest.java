package dev.muster.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Network people sign in by their CID, which is their user id; some of them have no address. */
@IdentityTest
class VerifyByUserIdTest {

    private static final String WRONG = "a wrong password altogether";
    private static final String REFUSED = "{\"accepted\":false}";

    @Inject
    People people;

    @Test
    void theRightPasswordIsAcceptedAndSaysTheSameAsByAddress() {
        Person person = people.add();
        people.set(person, "network_rating = 5");

        Response answer = Verification.ask(person.id(), People.PASSWORD);

        answer.then().statusCode(200).body("accepted", is(true)).body("userId", equalTo((int) person.id()));
        assertThat(answer.asString())
                .isEqualTo(Verification.ask(person.email(), People.PASSWORD).asString());
    }

    @Test
    void aPersonWithoutAnAddressSignsIn() {
        Person person = withoutAddress();

        Verification.ask(person.id(), People.PASSWORD)
                .then()
                .statusCode(200)
                .body("accepted", is(true))
                .body("email", nullValue());
    }

    @Test
    void theFsdPasswordIsNotTheAccounts() {
        Person person = people.withHash(Vectors.BLUEBERRY_JAM_HASH);
        people.setFsdHash(person, People.HASH);

        assertThat(Verification.ask(person.id(), People.PASSWORD).asString()).isEqualTo(REFUSED);
    }

    @Test
    @DisplayName("R02 an unknown id, a wrong password, suspended, disabled and without a password are one answer")
    void everyRefusalIsTheSameAnswer() {
        Person withoutPassword = people.add();
        people.forgetPassword(withoutPassword);
        List<Response> refusals = List.of(
                Verification.ask(people.add().id(), WRONG),
                Verification.ask(7, People.PASSWORD),
                Verification.ask(0, People.PASSWORD),
                Verification.ask(-1, People.PASSWORD),
                Verification.ask(Long.MAX_VALUE, People.PASSWORD),
                Verification.ask(onceSet("network_rating = 0"), People.PASSWORD),
                Verification.ask(onceSet("network_rating = -1"), People.PASSWORD),
                Verification.ask(onceSet("active = false"), People.PASSWORD),
                Verification.ask(onceSet("activated_at = null"), People.PASSWORD),
                Verification.ask(withoutPassword.id(), People.PASSWORD));

        assertThat(refusals).allSatisfy(refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(200);
            assertThat(refusal.asString()).isEqualTo(REFUSED);
            assertThat(refusal.headers()).hasSameSizeAs(refusals.get(0).headers());
        });
    }

    private long onceSet(String assignment) {
        Person person = people.add();
        people.set(person, assignment);
        return person.id();
    }

    @Test
    @DisplayName("R01 an unknown id costs as many statements as a wrong password")
    void anUnknownIdCostsAsManyStatements() {
        Person person = people.add();
        Verification.ask(7, WRONG);

        assertThat(statementsOf(7)).isEqualTo(statementsOf(person.id())).isEqualTo(4);
    }

    /** What attempts are counted by and the hash are read, the network's and the account's attempt are taken. */
    private static long statementsOf(long userId) {
        long before = statements();
        Verification.ask(userId, WRONG).then().statusCode(200);
        return statements() - before;
    }

    private static long statements() {
        return Statements.calls("%.email_key from users%")
                + Statements.calls("%password_hash is not null%")
                + Statements.calls("insert into %_attempts%");
    }

    @Test
    @DisplayName("R06 guesses at the id and at the address are counted together, spelled either way")
    void theIdAndTheAddressAreOneAccount() {
        Person person = people.add();
        IntStream.range(0, 5).forEach(i -> {
            Verification.ask(person.id(), WRONG).then().statusCode(200);
            Verification.ask(person.email(), WRONG).then().statusCode(200);
        });

        Verification.ask(person.id(), People.PASSWORD)
                .then()
                .statusCode(429)
                .body("code", equalTo("TOO_MANY_ATTEMPTS"));
        Verification.ask(person.email(), People.PASSWORD).then().statusCode(429);
    }

    @Test
    @DisplayName("R02 R04 an id that nobody has is refused after as many attempts")
    void anUnknownIdIsThrottledAlike() {
        long nobody = 7_000_000_000L + people.add().id();
        long withoutAddress = withoutAddress().id();
        IntStream.range(0, 10).forEach(i -> {
            Verification.ask(nobody, WRONG).then().statusCode(200);
            Verification.ask(withoutAddress, WRONG).then().statusCode(200);
        });

        Verification.ask(nobody, WRONG).then().statusCode(429);
        Verification.ask(withoutAddress, People.PASSWORD).then().statusCode(429);
    }

    @Test
    @DisplayName("R05 32 wrong passwords for one id at once are checked ten times")
    void manyAtOnceAreCheckedTenTimes() {
        Person person = people.add();

        List<Integer> statuses =
                Race.of(32, i -> Verification.ask(person.id(), WRONG).statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(10);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(22);
    }

    @Test
    void onlyOneOfAddressAndIdIsTaken() {
        Verification.ask(Map.of("email", "a@people.example", "userId", 7, "password", WRONG))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/userId"));
    }

    private Person withoutAddress() {
        Person person = people.add();
        people.set(person, "email = null, email_key = null");
        return person;
    }
}
