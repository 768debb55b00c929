package dev.muster.reference;

/** How long a client may use an answer without asking again, and which request headers the answer depends on. */
public enum CachePolicy {
    /** Reference data changes with a release of the service only: a client asks again after a day. */
    RELEASED("private, max-age=86400", null),
    /** As {@link #RELEASED}, in a language that the client chose. */
    RELEASED_BY_LANGUAGE("private, max-age=86400", "Accept-Language"),
    /** An organization's data: a client asks each time, so that it sees a change at once. */
    BY_CALLER("private, no-cache", "Authorization, token, X-API-KEY");

    private final String cacheControl;
    private final String vary;

    CachePolicy(String cacheControl, String vary) {
        this.cacheControl = cacheControl;
        this.vary = vary;
    }

    String cacheControl() {
        return cacheControl;
    }

    /** Null when every caller gets the same answer. */
    String vary() {
        return vary;
    }
}
