package dev.muster.identity.throttle;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.OffsetDateTime;

/** One attempt to prove a password. */
record Attempt(AccountKey key, ClientNetwork network, OffsetDateTime at, Duration window) {

    Buffer account() {
        return key.bytes();
    }

    OffsetDateTime windowStart() {
        return at.minus(window);
    }

    OffsetDateTime windowEnd() {
        return at.plus(window);
    }
}
