package dev.muster.identity.fsd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.Password;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.SameTime;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.reactive.Reactive;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class FsdAnswerTimeTest {

    private static final int WARM_UP = 5;
    private static final int LEAST_PAIRS = 15;
    private static final int MOST_PAIRS = 300;
    private static final double TOLERANCE = 0.05;

    @Inject
    VerifyFsd verifyFsd;

    @Inject
    People people;

    @Test
    @DisplayName("R01 an unknown network id takes as long as a wrong FSD password, medians within 5 %")
    void anUnknownIdTakesAsLongAsAWrongPassword() {
        Person person = people.add();
        people.setFsdHash(person, People.HASH);
        for (int i = 0; i < WARM_UP; i++) {
            time(person.id());
            time(7);
        }

        new SameTime(LEAST_PAIRS, MOST_PAIRS, TOLERANCE).holds(() -> time(person.id()), () -> time(7));
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
}
