package dev.muster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Holds two kinds of work against each other that must take the same time. They are asked for in pairs until the medians
 * of all pairs so far are close: the more pairs, the less noise is left in the medians, while a defect stays in them.
 *
 * @param least pairs before the medians are compared
 * @param most pairs after which they must be close
 * @param tolerance by which the medians may differ, as a part of one
 */
public record SameTime(int least, int most, double tolerance) {

    /** Each work tells how long it took, in nanoseconds. Which of the two comes first in a pair is left to chance. */
    public void holds(LongSupplier one, LongSupplier other) {
        Random order = new Random(42);
        List<Long> first = new ArrayList<>();
        List<Long> second = new ArrayList<>();
        do {
            if (order.nextBoolean()) {
                first.add(one.getAsLong());
                second.add(other.getAsLong());
            } else {
                second.add(other.getAsLong());
                first.add(one.getAsLong());
            }
        } while (first.size() < least || (first.size() < most && difference(first, second) > tolerance));
        assertThat(difference(first, second))
                .as("difference of the medians of %d pairs", first.size())
                .isLessThanOrEqualTo(tolerance);
    }

    private static double difference(List<Long> first, List<Long> second) {
        return Math.abs((double) median(first) / median(second) - 1);
    }

    private static long median(List<Long> samples) {
        return samples.stream().sorted().skip(samples.size() / 2).findFirst().orElseThrow();
    }
}
