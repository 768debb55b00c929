package dev.muster.identity.fsd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.Password;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.reactive.Reactive;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class FsdAnswerTimeTest {

    private static final int WARM_UP = 5;
    private static final int SAMPLES = 15;
    private static final int ROUNDS = 5;
    private static final double TOLERANCE = 0.05;

    @Inject
    VerifyFsd verifyFsd;

    @Inject
    People people;

    /** So that nothing periodic falls on one kind only. */
    private final Random order = new Random(42);

    @Test
    @DisplayName("R01 an unknown network id takes as long as a wrong FSD password, medians within 5 %")
    void anUnknownIdTakesAsLongAsAWrongPassword() {
        Person person = people.add();
        people.setFsdHash(person, People.HASH);
        difference(person.id(), 7, WARM_UP);

        double least = 1;
        for (int round = 0; round < ROUNDS && least > TOLERANCE; round++) {
            least = Math.min(least, difference(person.id(), 7, SAMPLES));
        }

        assertThat(least).isLessThanOrEqualTo(TOLERANCE);
    }

    @Test
    @DisplayName("R01 an unknown network id costs as many statements as a wrong FSD password")
    void anUnknownIdCostsAsManyStatements() {
        Person person = people.add();
        people.setFsdHash(person, People.HASH);

        verifyWrong(7);

        assertThat(statements(7)).isEqualTo(statements(person.id())).isEqualTo(3);
    }

    /** Those of one question: the network's and the id's attempt are taken, the hash is read. */
    private long statements(long cid) {
        long before = statements();
        verifyWrong(cid);
        return statements() - before;
    }

    private static long statements() {
        return Statements.calls("%fsd_password_hash is not null%") + Statements.calls("insert into %_attempts%");
    }

    private double difference(long one, long other, int samples) {
        long[] first = new long[samples];
        long[] second = new long[samples];
        for (int i = 0; i < samples; i++) {
            boolean oneFirst = order.nextBoolean();
            long early = time(oneFirst ? one : other);
            long late = time(oneFirst ? other : one);
            first[i] = oneFirst ? early : late;
            second[i] = oneFirst ? late : early;
        }
        return Math.abs((double) median(first) / median(second) - 1);
    }

    private long time(long cid) {
        people.forgetAttempts();
        long start = System.nanoTime();
        verifyWrong(cid);
        return System.nanoTime() - start;
    }

    private void verifyWrong(long cid) {
        FsdVerdict verdict = Reactive.await(() -> verifyFsd.verify(
                cid, new Password("a wrong password altogether"), new ClientNetwork("fsd-answer-time")));
        assertThat(verdict.answer()).isEqualTo(FsdVerdict.Answer.WRONG);
    }

    private static long median(long[] samples) {
        Arrays.sort(samples);
        return samples[samples.length / 2];
    }
}
