package dev.muster.kit.access;

/**
 * How far the event feed reaches, in ticks of this process.
 *
 * @param since what was learned before this moment is not covered by the feed
 * @param currentAt the feed had told everything at this moment
 */
record FeedState(long since, long currentAt, boolean connected) {

    static final FeedState NEVER_CONNECTED = new FeedState(0, 0, false);

    static FeedState startingAt(long now) {
        return new FeedState(now, now, true);
    }

    FeedState beat(long now) {
        return connected ? new FeedState(since, now, true) : this;
    }

    /** For how long a fact that was confirmed at the given moment has been without confirmation, in nanoseconds. */
    long age(long confirmedAt, long now) {
        boolean covered = connected && confirmedAt - since >= 0;
        long latest = covered && currentAt - confirmedAt > 0 ? currentAt : confirmedAt;
        return now - latest;
    }

    boolean isCurrent(long now, long limit) {
        return connected && now - currentAt <= limit;
    }
}
