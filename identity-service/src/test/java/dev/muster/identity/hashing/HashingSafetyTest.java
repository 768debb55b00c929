package dev.muster.identity.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashingSafetyTest {

    private record Config(int memoryKib, int iterations, int parallelism, OptionalInt workers, int queueSize)
            implements HashingConfig {}

    private static HashingConfig cost(int memoryKib, int iterations, int parallelism) {
        return new Config(memoryKib, iterations, parallelism, OptionalInt.empty(), 64);
    }

    @ParameterizedTest
    @DisplayName("R12 R49 production starts with OWASP's settings and stronger ones")
    @CsvSource({"47104, 1, 1", "19456, 2, 1", "12288, 3, 1", "9216, 4, 1", "7168, 5, 1", "65536, 3, 4", "8000, 6, 1"})
    void productionStartsWithSafeSettings(int memoryKib, int iterations, int parallelism) {
        HashingSafety safety = new HashingSafety(cost(memoryKib, iterations, parallelism));

        assertThat(safety.unsafeSettings()).isEmpty();
        assertThatCode(() -> safety.requireComputable(null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @DisplayName("R12 R49 production does not start with weaker settings, and says which")
    @CsvSource({"7167, 5, 1", "7168, 4, 1", "19456, 1, 1", "12288, 2, 1", "8, 1, 1", "47103, 1, 1", "4096, 60, 1"})
    void productionDoesNotStartWithWeakerSettings(int memoryKib, int iterations, int parallelism) {
        HashingSafety safety = new HashingSafety(cost(memoryKib, iterations, parallelism));

        assertThat(safety.unsafeSettings()).singleElement().satisfies(unsafe -> {
            assertThat(unsafe.key()).contains("muster.password.hashing.memory-kib");
            assertThat(unsafe.reason()).contains("OWASP");
        });
    }

    @ParameterizedTest
    @CsvSource({"7168, 5, 0", "10000000, 1, 1", "7168, 5000, 1", "7, 1, 1", "262144, 60, 1"})
    void whatCannotBeComputedStartsNowhere(int memoryKib, int iterations, int parallelism) {
        HashingSafety safety = new HashingSafety(cost(memoryKib, iterations, parallelism));

        assertThatThrownBy(() -> safety.requireComputable(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("muster.password.hashing.memory-kib");
    }

    @Test
    void aPoolNeedsWorkersAndAQueue() {
        HashingSafety noWorkers = new HashingSafety(new Config(7168, 5, 1, OptionalInt.of(0), 64));
        HashingSafety noQueue = new HashingSafety(new Config(7168, 5, 1, OptionalInt.of(2), 0));

        assertThatThrownBy(() -> noWorkers.requireComputable(null)).hasMessageContaining("workers");
        assertThatThrownBy(() -> noQueue.requireComputable(null)).hasMessageContaining("queue-size");
    }
}
