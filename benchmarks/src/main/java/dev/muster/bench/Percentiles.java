package dev.muster.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Nearest-rank percentiles of measured times. */
record Percentiles(List<Duration> sorted) {

    static Percentiles of(List<Duration> samples) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("There are no samples");
        }
        return new Percentiles(samples.stream().sorted().toList());
    }

    /** The smallest sample that at least the given share of all samples do not exceed. */
    Duration at(double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }

    /** In milliseconds with two decimals. */
    String millis(double share) {
        return String.format(Locale.ROOT, "%.2f", at(share).toNanos() / 1e6);
    }
}
