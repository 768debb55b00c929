package dev.muster.identity.hashing;

import com.sun.management.OperatingSystemMXBean;
import dev.muster.identity.Password;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what one hash costs with each of OWASP's settings, in processor time of this process (the garbage collector
 * included), so that other work on the machine matters little. The settings take turns; medians of all rounds are printed.
 * See docs/decisions/0002-password-hashing.md for how to run it and for figures.
 */
public final class HashingBenchmark {

    private static final int WARM_UP = 60;
    private static final int ROUNDS = 9;
    private static final int HASHES = 12;
    private static final Password PASSWORD = new Password("correct horse battery staple");
    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final List<Argon2Cost> SETTINGS = List.of(
            new Argon2Cost(7_168, 5, 1),
            new Argon2Cost(9_216, 4, 1),
            new Argon2Cost(12_288, 3, 1),
            new Argon2Cost(19_456, 2, 1),
            new Argon2Cost(47_104, 1, 1));

    private HashingBenchmark() {}

    public static void main(String[] arguments) {
        SETTINGS.forEach(setting -> millisPerHash(setting, WARM_UP));
        Map<Argon2Cost, List<Double>> samples = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Argon2Cost setting : SETTINGS) {
                samples.computeIfAbsent(setting, none -> new ArrayList<>()).add(millisPerHash(setting, HASHES));
            }
        }
        samples.forEach(HashingBenchmark::print);
    }

    private static double millisPerHash(Argon2Cost cost, int hashes) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        for (int i = 0; i < hashes; i++) {
            Argon2Hash.of(PASSWORD, cost, SALT);
        }
        return (system.getProcessCpuTime() - before) / 1e6 / hashes;
    }

    private static void print(Argon2Cost cost, List<Double> samples) {
        Collections.sort(samples);
        System.out.printf(
                "m=%d t=%d p=%d: %.1f ms (%.1f to %.1f)%n",
                cost.memoryKib(),
                cost.iterations(),
                cost.parallelism(),
                samples.get(samples.size() / 2),
                samples.get(0),
                samples.get(samples.size() - 1));
    }
}
