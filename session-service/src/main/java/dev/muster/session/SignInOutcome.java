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
    /** Not an attempt to sign in: a refresh token was shown again after it was replaced, which closed its session. */
    TOKEN_REUSED,
    /** Something that was needed was not available. */
    FAILED;

    /** The name in the history and in metrics. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
