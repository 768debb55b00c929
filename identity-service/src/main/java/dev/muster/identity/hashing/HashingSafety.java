package dev.muster.identity.hashing;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;

/** Refuses to start with hashing parameters that production must not have, or that cannot be computed at all. */
class HashingSafety {

    private static final String SETTINGS = "muster.password.hashing.memory-kib, .iterations and .parallelism";

    void check(@Observes StartupEvent started, HashingConfig config) {
        check(config, LaunchMode.current());
    }

    static void check(HashingConfig config, LaunchMode mode) {
        Argon2Cost cost = config.cost();
        if (!cost.isWithinBounds()) {
            throw new IllegalStateException(SETTINGS + " are out of bounds: " + cost);
        }
        if (mode == LaunchMode.NORMAL && !cost.meetsOwaspMinimum()) {
            throw new IllegalStateException(SETTINGS + " are weaker than OWASP's minimum for Argon2id: " + cost);
        }
        if (config.queueSize() < 1 || config.workers().orElse(1) < 1) {
            throw new IllegalStateException("muster.password.hashing.queue-size and .workers must be positive");
        }
    }
}
