package dev.muster.identity.importing;

import java.util.Locale;

/** How far an import is. */
enum ImportState {
    QUEUED,
    RUNNING,
    DONE,
    /** Nothing, or not everything, was taken in: an atomic import with bad rows, or a file that cannot be read on. */
    FAILED,
    CANCELLED;

    /** The word on the wire and in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
