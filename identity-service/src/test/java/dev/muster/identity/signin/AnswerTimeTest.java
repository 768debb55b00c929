package dev.muster.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.Password;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.SameTime;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.testkit.reactive.Reactive;
import jakarta.inject.Inject;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Compares how long refusals take. Before each one the counts are cleared, so that none is throttled. */
@IdentityTest
class AnswerTimeTest {

    private static final int WARM_UP = 5;

    /** {@code -Danswer-time.pairs=300} for a measurement, fewer for a build. */
    private static final int LEAST_PAIRS = Integer.getInteger("answer-time.pairs", 15);

    private static final int MOST_PAIRS = 300;
    private static final double TOLERANCE = 0.05;
    private static final Password WRONG = new Password("a wrong password altogether");

    @Inject
    VerifyCredentials verifyCredentials;

    @Inject
    People people;

    private final ClientNetwork network = new ClientNetwork("answer-time");
    private Person person;
    private Person disabled;

    @BeforeEach
    void somebody() {
        person = people.add();
        disabled = people.add();
        people.set(disabled, "active = false");
    }

    @Test
    @DisplayName("R01 an unknown e-mail takes as long as a wrong password, medians within 5 %")
    void anUnknownAddressTakesAsLongAsAWrongPassword() {
        assertSameTime(person.email(), "nobody-at-all@people.example");
    }

    @Test
    @DisplayName("R02 a disabled person's right password takes as long as a wrong one")
    void aDisabledPersonTakesAsLongAsAWrongPassword() {
        assertSameTime(person.email(), disabled.email());
    }

    @Test
    @DisplayName("R01 an unknown user id takes as long as a wrong password, medians within 5 %")
    void anUnknownUserIdTakesAsLongAsAWrongPassword() {
        assertSameTime(() -> isAccepted(person.id()), () -> isAccepted(7));
    }

    private void assertSameTime(String one, String other) {
        assertSameTime(() -> isAccepted(one), () -> isAccepted(other));
    }

    private void assertSameTime(BooleanSupplier one, BooleanSupplier other) {
        for (int i = 0; i < WARM_UP; i++) {
            time(one);
            time(other);
        }
        new SameTime(LEAST_PAIRS, MOST_PAIRS, TOLERANCE).holds(() -> time(one), () -> time(other));
    }

    private long time(BooleanSupplier attempt) {
        people.forgetAttempts();
        long start = System.nanoTime();
        boolean accepted = attempt.getAsBoolean();
        long taken = System.nanoTime() - start;
        assertThat(accepted).isFalse();
        return taken;
    }

    private boolean isAccepted(String email) {
        return Reactive.await(() -> verifyCredentials.verify(EmailAddress.of(email), passwordFor(email), null, network))
                .isAccepted();
    }

    private boolean isAccepted(long userId) {
        return Reactive.await(() -> verifyCredentials.verify(userId, WRONG, null, network))
                .isAccepted();
    }

    private Password passwordFor(String email) {
        return email.equals(disabled.email()) ? new Password(People.PASSWORD) : WRONG;
    }
}
