package dev.muster.session.retention;

import java.util.Locale;

/** A table that is partitioned by month and kept for as long as the history. */
enum MonthlyTable {
    SIGN_IN_EVENTS,
    SIGN_IN_ATTEMPTS;

    /** Its name in the database. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
