package dev.muster.session.feed;

/** The feed's statements as text that can be explained. */
public final class FeedStatements {

    private FeedStatements() {}

    /** What reads the news after a cursor. */
    public static String changes(String cursor) {
        return SessionLog.CHANGES.replace("$1", "'" + cursor + "'").replace("$2", "5001");
    }
}
