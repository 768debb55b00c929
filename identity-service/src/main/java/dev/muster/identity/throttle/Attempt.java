package dev.muster.identity.throttle;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.OffsetDateTime;

/** One attempt to prove a password. */
record Attempt(Buffer account, ClientNetwork network, OffsetDateTime at, Duration window) {

    OffsetDateTime windowStart() {
        return at.minus(window);
    }

    OffsetDateTime windowEnd() {
        return at.plus(window);
    }
}
