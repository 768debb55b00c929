package dev.muster.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownSessionTest {

    @Test
    void closedIsFinal() {
        KnownSession open = known(9, 1, 100);

        assertThat(open.newer(KnownSession.closed()).isClosed()).isTrue();
        assertThat(KnownSession.closed().newer(open).isClosed()).isTrue();
    }

    @Test
    void theHigherVersionIsNewer() {
        assertThat(known(2, 1, 5).newer(known(1, 1, 900)).session().version()).isEqualTo(2);
        assertThat(known(1, 1, 900).newer(known(2, 1, 5)).session().version()).isEqualTo(2);
    }

    @Test
    void ofTheSameVersionTheLaterConfirmedIsNewerAlsoWhenTicksOverflow() {
        assertThat(known(1, 1, 5).newer(known(1, 1, 9)).confirmedAt()).isEqualTo(9);
        assertThat(known(1, 1, Long.MIN_VALUE + 3)
                        .newer(known(1, 1, Long.MAX_VALUE - 3))
                        .confirmedAt())
                .isEqualTo(Long.MIN_VALUE + 3);
    }

    @Test
    void onlyItsUserAndItsGenerationOpenIt() {
        KnownSession session = known(1, 3, 0);

        assertThat(session.opens(new UserId(7), 3)).isPresent();
        assertThat(session.opens(new UserId(8), 3)).isEmpty();
        assertThat(session.opens(new UserId(7), 2)).isEmpty();
        assertThat(session.opens(new UserId(7), 4)).isEmpty();
        assertThat(KnownSession.closed().opens(new UserId(7), 3)).isEmpty();
        assertThat(KnownSession.of(Optional.empty(), 5).isClosed()).isTrue();
    }

    private static KnownSession known(long version, int generation, long confirmedAt) {
        return KnownSession.of(
                new LiveSession(
                        new SessionId("s"),
                        new UserId(7),
                        version,
                        generation,
                        false,
                        false,
                        1,
                        0,
                        Instant.EPOCH,
                        null),
                confirmedAt);
    }
}
