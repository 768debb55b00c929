package dev.muster.kit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimestampsTest {

    @Test
    void theAccountApiShowsMillisecondsAndTheOffset() {
        assertThat(Timestamps.text(Instant.parse("2025-10-17T16:09:36.031999Z")))
                .isEqualTo("2025-10-17T16:09:36.031+00:00");
        assertThat(Timestamps.text(Instant.parse("2025-10-17T16:09:00Z"))).isEqualTo("2025-10-17T16:09:00.000+00:00");
    }

    @Test
    void theProfileApiShowsSeconds() {
        assertThat(ProfileTime.format(Instant.parse("2025-10-17T16:09:36.999Z")))
                .isEqualTo("2025-10-17 16:09:36");
    }

    @Test
    void noTimeIsNoText() {
        assertThat(Timestamps.text(null)).isNull();
        assertThat(ProfileTime.format(null)).isNull();
    }
}
