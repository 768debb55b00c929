package dev.muster.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    private static final List<Duration> ONE_TO_TWO_HUNDRED =
            IntStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList();

    @Test
    void aPercentileIsTheSampleOfTheNearestRank() {
        Percentiles percentiles = Percentiles.of(ONE_TO_TWO_HUNDRED);

        assertThat(percentiles.at(0.5)).isEqualTo(Duration.ofMillis(100));
        assertThat(percentiles.at(0.99)).isEqualTo(Duration.ofMillis(198));
        assertThat(percentiles.at(1)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void timesArePrintedInMilliseconds() {
        assertThat(Percentiles.of(List.of(Duration.ofNanos(1_234_567))).millis(0.5))
                .isEqualTo("1.23");
    }

    @Test
    void noSamplesAreNoFigure() {
        assertThatThrownBy(() -> Percentiles.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
