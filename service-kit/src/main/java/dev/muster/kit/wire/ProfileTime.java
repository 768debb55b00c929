package dev.muster.kit.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Timestamps as the profile API writes them: {@code 2025-03-10 08:00:00}, in UTC, cut to the second. */
public final class ProfileTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private ProfileTime() {}

    /** The text, or null for no time. */
    public static String format(Instant time) {
        return time == null ? null : FORMAT.format(time);
    }
}
