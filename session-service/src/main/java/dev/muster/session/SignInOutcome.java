package dev.muster.session;

import java.util.Locale;

/** How an attempt to sign in ended. */
public enum SignInOutcome {
    SIGNED_IN,
    REFUSED,
    SECOND_FACTOR_NEEDED,
    SECOND_FACTOR_FAILED,
    /** The credentials were right, but the person is disabled or suspended; only where the way in tells this apart. */
    BARRED,
    THROTTLED,
    /** Something that was needed was not available. */
    FAILED;

    /** The name in the history and in metrics. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
