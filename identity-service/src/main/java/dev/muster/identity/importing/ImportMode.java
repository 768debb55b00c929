package dev.muster.identity.importing;

import java.util.Locale;

/** What becomes of the good rows of a file that has bad ones. */
enum ImportMode {
    /** They are kept. */
    PARTIAL,
    /** All rows or none. */
    ATOMIC;

    /** The word on the wire and in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportMode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
