package dev.muster.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private static final BackOff BACK_OFF = new BackOff(5, Duration.ofMillis(200), Duration.ofSeconds(5));

    @ParameterizedTest
    @CsvSource({"1, 200", "2, 400", "3, 800", "5, 3200", "6, 5000", "7, 5000", "64, 5000", "2000000, 5000"})
    void pausesDoubleUpToTheLongest(int attempt, long millis) {
        assertThat(BACK_OFF.pauseAfter(attempt, always(0))).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void aPauseIsShortenedByHalfAtMost() {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int i = 0; i < 1000; i++) {
            assertThat(BACK_OFF.pauseAfter(3, random)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
        }
    }

    @Test
    void theLastTryIsTheOneThatWasConfigured() {
        assertThat(BACK_OFF.isSpent(4)).isFalse();
        assertThat(BACK_OFF.isSpent(5)).isTrue();
        assertThat(BACK_OFF.isSpent(6)).isTrue();
    }

    private static RandomGenerator always(long value) {
        return () -> value;
    }
}
