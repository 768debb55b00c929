package dev.muster.kit.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the account API shows them: ISO 8601 in UTC with milliseconds, {@code 2025-10-17T16:09:36.031+00:00}. */
public final class Timestamps {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** The text, or null for no time. */
    public static String text(Instant time) {
        return time == null ? null : FORMAT.format(time);
    }
}
