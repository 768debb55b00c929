package dev.muster.identity.activation;

import dev.muster.identity.ticket.TicketLink;

/** A ticket as one path segment: {@code 100123.<secret>}, both parts as they stand in the link of the mail. */
final class ActivationTicket {

    private ActivationTicket() {}

    /** Reads the segment; what can be no ticket is answered like one that is used up. */
    static TicketLink of(String segment) {
        int dot = segment.indexOf('.');
        if (dot < 0) {
            throw TicketLink.spent();
        }
        return TicketLink.of(segment.substring(0, dot), segment.substring(dot + 1));
    }
}
