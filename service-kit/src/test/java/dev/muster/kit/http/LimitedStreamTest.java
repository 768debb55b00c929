package dev.muster.kit.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R39 A stream with a limit")
class LimitedStreamTest {

    private static final int LIMIT = 10;

    @Test
    void allOfItIsReadUpToTheLimit() throws IOException {
        assertThat(stream(LIMIT).readAllBytes()).hasSize(LIMIT);
        assertThat(stream(0).read()).isEqualTo(-1);
    }

    @Test
    void oneByteMoreIsRefusedHoweverItIsRead() {
        assertTooLarge(() -> stream(LIMIT + 1).readAllBytes());
        assertTooLarge(() -> stream(LIMIT + 1).skip(LIMIT + 1));
        assertTooLarge(() -> {
            LimitedStream stream = stream(LIMIT + 1);
            for (int i = 0; i <= LIMIT; i++) {
                assertThat(stream.read()).isEqualTo('x');
            }
        });
    }

    @Test
    void everyFurtherReadIsRefusedToo() {
        LimitedStream stream = stream(3 * LIMIT);
        assertTooLarge(() -> stream.read(new byte[LIMIT + 1]));

        assertTooLarge(stream::read);
    }

    @Test
    void nothingIsReadTwice() {
        assertThat(stream(LIMIT).markSupported()).isFalse();
    }

    private static void assertTooLarge(ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.PAYLOAD_TOO_LARGE));
    }

    private static LimitedStream stream(int length) {
        return new LimitedStream(new ByteArrayInputStream("x".repeat(length).getBytes(US_ASCII)), LIMIT);
    }
}
