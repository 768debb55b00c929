package dev.muster.session;

import java.util.Locale;

/** A way in: each speaks another dialect, all are recorded and throttled alike. */
public enum SignInWay {
    PROFILE,
    DIRECTORY,
    FSD,
    /** {@code /api/v1/auth}, for the network API's clients too. */
    PLATFORM;

    /** The name in the audit log. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
