package dev.muster.identity.hashing;

import dev.muster.kit.startup.StartupCheck;
import dev.muster.kit.startup.UnsafeSetting;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Refuses hashing parameters that production must not have, and everywhere those that cannot be computed. */
@ApplicationScoped
class HashingSafety implements StartupCheck {

    private static final String COST =
            "muster.password.hashing.memory-kib (with muster.password.hashing.iterations and .parallelism)";

    private final HashingConfig config;

    HashingSafety(HashingConfig config) {
        this.config = config;
    }

    @Override
    public List<UnsafeSetting> unsafeSettings() {
        return config.cost().meetsOwaspMinimum()
                ? List.of()
                : List.of(new UnsafeSetting(COST, "hashes weaker than OWASP's minimum for Argon2id"));
    }

    void requireComputable(@Observes StartupEvent started) {
        if (!config.cost().isWithinBounds()) {
            throw new IllegalStateException(COST + " is out of bounds: " + config.cost());
        }
        if (config.queueSize() < 1 || config.workers().orElse(1) < 1) {
            throw new IllegalStateException("muster.password.hashing.queue-size and .workers must be positive");
        }
    }
}
