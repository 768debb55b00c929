package dev.muster.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.Password;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.testkit.reactive.Reactive;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Compares how long refusals take. Each pair is asked one right after the other, so that what else the machine does falls
 * on both; the order within a pair is random, so that nothing periodic (the garbage collector) falls on one kind only;
 * medians leave out the rest. Before each sample the counts are cleared, so that no sample is throttled.
 */
@IdentityTest
class AnswerTimeTest {

    private static final int WARM_UP = 5;

    /** Of each kind and round; {@code -Danswer-time.samples=300} for a measurement, fewer for a build. */
    private static final int SAMPLES = Integer.getInteger("answer-time.samples", 15);

    private static final int ROUNDS = 3;
    private static final double TOLERANCE = 0.05;
    private static final Password WRONG = new Password("a wrong password altogether");

    @Inject
    VerifyCredentials verifyCredentials;

    @Inject
    People people;

    private final Random order = new Random(42);
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

    /** The difference must be small in one of three rounds: noise spoils a round, a defect spoils all of them. */
    private void assertSameTime(BooleanSupplier one, BooleanSupplier other) {
        sample(one, other, WARM_UP);
        List<Double> differences = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double difference = sample(one, other, SAMPLES);
            differences.add(difference);
            if (difference <= TOLERANCE) {
                return;
            }
        }
        assertThat(Collections.min(differences))
                .as("differences of %s", differences)
                .isLessThanOrEqualTo(TOLERANCE);
    }

    private double sample(BooleanSupplier one, BooleanSupplier other, int samples) {
        List<Long> first = new ArrayList<>();
        List<Long> second = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            if (order.nextBoolean()) {
                first.add(time(one));
                second.add(time(other));
            } else {
                second.add(time(other));
                first.add(time(one));
            }
        }
        double ratio = (double) median(first) / median(second);
        return Math.abs(ratio - 1);
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

    private static long median(List<Long> samples) {
        List<Long> sorted = new ArrayList<>(samples);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
