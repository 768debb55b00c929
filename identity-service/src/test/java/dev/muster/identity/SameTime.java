package dev.muster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Holds two kinds of work against each other that must take the same time. Their medians must be close in one of several
 * rounds: noise spoils a round, a defect spoils all of them.
 *
 * @param samples of each kind in a round
 * @param tolerance by which the medians may differ, as a part of one
 */
public record SameTime(int samples, int rounds, double tolerance) {

    /** Each work tells how long it took, in nanoseconds. */
    public void holds(LongSupplier one, LongSupplier other) {
        Random order = new Random(42);
        List<Double> differences = new ArrayList<>();
        do {
            differences.add(difference(one, other, order));
        } while (differences.size() < rounds && Collections.min(differences) > tolerance);
        assertThat(Collections.min(differences)).as("of %s", differences).isLessThanOrEqualTo(tolerance);
    }

    /** Which of the two comes first is left to chance, so that nothing periodic falls on one kind only. */
    private double difference(LongSupplier one, LongSupplier other, Random order) {
        List<Long> first = new ArrayList<>();
        List<Long> second = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            if (order.nextBoolean()) {
                first.add(one.getAsLong());
                second.add(other.getAsLong());
            } else {
                second.add(other.getAsLong());
                first.add(one.getAsLong());
            }
        }
        return Math.abs((double) median(first) / median(second) - 1);
    }

    private static long median(List<Long> samples) {
        return samples.stream().sorted().skip(samples.size() / 2).findFirst().orElseThrow();
    }
}
