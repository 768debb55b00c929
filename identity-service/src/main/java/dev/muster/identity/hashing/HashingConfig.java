package dev.muster.identity.hashing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** How passwords are hashed: Argon2id, and where. */
@ConfigMapping(prefix = "muster.password.hashing")
public interface HashingConfig {

    /**
     * Memory of one hash, in KiB. The default with five iterations is one of the settings of OWASP's Password Storage
     * Cheat Sheet, and on the JVM the fastest of them; production refuses to start below all of them.
     */
    @WithDefault("7168")
    int memoryKib();

    /** Passes over the memory. */
    @WithDefault("5")
    int iterations();

    /** Lanes of one hash; one worker computes all of them. */
    @WithDefault("1")
    int parallelism();

    /** Hashes computed at the same time; by default one per available processor. */
    OptionalInt workers();

    /** Hashes that wait for a worker; one more is refused with 503. The default is about a second's work on one core. */
    @WithDefault("64")
    int queueSize();

    default Argon2Cost cost() {
        return new Argon2Cost(memoryKib(), iterations(), parallelism());
    }
}
