package dev.muster.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedStateTest {

    /** Ticks may be any number and overflow. */
    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MAX_VALUE - 20, Long.MIN_VALUE})
    void aFactIsAsOldAsTheLastBeatAfterIt(long start) {
        FeedState feed = FeedState.startingAt(start).beat(start + 100);

        assertThat(feed.age(start + 10, start + 110)).isEqualTo(10);
        assertThat(feed.age(start + 105, start + 110)).isEqualTo(5);
        assertThat(feed.age(start, start + 110)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MAX_VALUE - 20, Long.MIN_VALUE})
    void aFactFromBeforeTheFeedBeganIsNotCovered(long start) {
        FeedState feed = FeedState.startingAt(start).beat(start + 100);

        assertThat(feed.age(start - 1, start + 110)).isEqualTo(111);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MAX_VALUE - 20, Long.MIN_VALUE})
    void aFeedThatNeverBeganCoversNothing(long start) {
        FeedState feed = FeedState.NEVER_CONNECTED.beat(start + 100);

        assertThat(feed.age(start + 10, start + 110)).isEqualTo(100);
        assertThat(feed.isCurrent(start + 110, Long.MAX_VALUE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MAX_VALUE - 20, Long.MIN_VALUE})
    void theFeedIsCurrentForTheLimit(long start) {
        FeedState feed = FeedState.startingAt(start);

        assertThat(feed.isCurrent(start + 50, 50)).isTrue();
        assertThat(feed.isCurrent(start + 51, 50)).isFalse();
        assertThat(feed.beat(start + 51).isCurrent(start + 100, 50)).isTrue();
    }
}
