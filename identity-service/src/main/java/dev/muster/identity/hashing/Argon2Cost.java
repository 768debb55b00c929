package dev.muster.identity.hashing;

/**
 * What one Argon2 hash costs.
 *
 * @param memoryKib memory in KiB
 * @param iterations passes over it
 * @param parallelism lanes
 */
record Argon2Cost(int memoryKib, int iterations, int parallelism) {

    /** What a hash of ours or an imported one may cost at most: 256 MiB, and four times as much work. */
    private static final int MOST_MEMORY_KIB = 256 * 1024;

    private static final int MOST_ITERATIONS = 64;
    private static final int MOST_LANES = 16;
    private static final long MOST_WORK = 4L * MOST_MEMORY_KIB;

    /** RFC 9106, 3.1: at least 8 KiB for each lane. */
    private static final int LEAST_MEMORY_PER_LANE_KIB = 8;

    boolean isWithinBounds() {
        return iterations >= 1
                && iterations <= MOST_ITERATIONS
                && parallelism >= 1
                && parallelism <= MOST_LANES
                && memoryKib >= LEAST_MEMORY_PER_LANE_KIB * parallelism
                && memoryKib <= MOST_MEMORY_KIB
                && (long) memoryKib * iterations <= MOST_WORK;
    }

    boolean isAtLeast(Argon2Cost other) {
        return memoryKib >= other.memoryKib && iterations >= other.iterations && parallelism >= other.parallelism;
    }

    /** OWASP Password Storage Cheat Sheet, "Argon2id": any of these, which are equally strong, or more. */
    boolean meetsOwaspMinimum() {
        return isAtLeast(new Argon2Cost(47_104, 1, 1))
                || isAtLeast(new Argon2Cost(19_456, 2, 1))
                || isAtLeast(new Argon2Cost(12_288, 3, 1))
                || isAtLeast(new Argon2Cost(9_216, 4, 1))
                || isAtLeast(new Argon2Cost(7_168, 5, 1));
    }
}
