package dev.muster.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.race.Race;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class ThrottledSignInTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String WRONG = "a wrong password altogether";

    @Inject
    People people;

    @Test
    @DisplayName("R04 the eleventh attempt after ten wrong passwords is 429, even with the right one")
    void theEleventhAttemptIsRefused() {
        Person person = people.add();
        for (int i = 0; i < 10; i++) {
            assertThat(Verification.accepts(person, WRONG)).isFalse();
        }

        Verification.ask(person.email(), People.PASSWORD)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("TOO_MANY_ATTEMPTS"))
                .header("Retry-After", not(equalTo("0")));
    }

    @Test
    @DisplayName("R02 R04 an address that nobody has is refused after as many attempts, with the same answer")
    void anUnknownAddressIsThrottledAlike() {
        Person person = people.add();
        String nobody = "nobody-" + NUMBER.incrementAndGet() + "@people.example";

        List<Integer> known = statuses(person.email());
        List<Integer> unknown = statuses(nobody);

        assertThat(unknown).isEqualTo(known);
        assertThat(withoutTrace(Verification.ask(nobody, WRONG)))
                .isEqualTo(withoutTrace(Verification.ask(person.email(), WRONG)));
    }

    private static List<Integer> statuses(String email) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            statuses.add(Verification.ask(email, WRONG).statusCode());
        }
        return statuses;
    }

    private static String withoutTrace(Response response) {
        return response.asString().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    @Test
    @DisplayName("R04 another spelling of the address is the same account")
    void anotherSpellingIsTheSameAccount() {
        Person person = people.add();
        for (int i = 0; i < 10; i++) {
            Verification.ask(i % 2 == 0 ? person.email() : " P" + person.email().substring(1), WRONG);
        }

        assertThat(Verification.ask(person.email(), People.PASSWORD).statusCode())
                .isEqualTo(429);
    }

    @Test
    @DisplayName("R05 fifty parallel wrong sign-ins are checked ten times")
    void parallelWrongSignInsAreCheckedTenTimes() {
        Person person = people.add();

        List<Integer> statuses =
                Race.of(50, i -> Verification.ask(person.email(), WRONG).statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(10);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(40);
    }

    @Test
    @DisplayName("R07 sign-ins over a thousand accounts from one network are refused after a hundred")
    void manyAccountsFromOneNetworkAreRefused() {
        int number = NUMBER.incrementAndGet();
        List<Response> answers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String host = "2001:db8:77:" + number + "::" + Integer.toHexString(i);
            answers.add(Verification.askFrom(host, "victim-" + number + "-" + i + "@people.example", WRONG));
        }

        assertThat(answers.subList(0, 100)).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.subList(100, 1000))
                .allMatch(answer -> answer.statusCode() == 429 && answer.header("Retry-After") != null);
    }
}
