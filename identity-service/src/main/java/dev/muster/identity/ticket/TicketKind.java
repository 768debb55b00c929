package dev.muster.identity.ticket;

import java.util.Locale;

/** What a ticket is good for. */
public enum TicketKind {
    ACTIVATION,
    EMAIL_CONFIRMATION,
    EMAIL_UNDO,
    INVITATION,
    PASSWORD_RESET,
    SECOND_FACTOR_CODE;

    /** The word in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
