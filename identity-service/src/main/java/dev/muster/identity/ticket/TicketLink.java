package dev.muster.identity.ticket;

import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;

/** The two parts of a path that name a ticket, as they stand in the links of mails. */
public record TicketLink(UserId userId, TicketSecret secret) {

    /** Reads the parts; what can be no ticket is answered like one that is used up. */
    public static TicketLink of(String userId, String secret) {
        try {
            return new TicketLink(new UserId(Long.parseLong(userId)), new TicketSecret(secret));
        } catch (IllegalArgumentException notAnId) {
            throw spent();
        }
    }

    /** The answer to a ticket that is unknown, used, voided or expired: one for all. */
    public static ProblemException spent() {
        return new ProblemException(Problem.NOT_FOUND, "This link is used up, expired or unknown");
    }
}
