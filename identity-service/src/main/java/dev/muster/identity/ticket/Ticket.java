package dev.muster.identity.ticket;

import dev.muster.kit.id.UserId;

/**
 * A ticket that was shown.
 *
 * @param id rises with each ticket of the person
 * @param subject what it is about beside the person: an e-mail address, or empty
 */
public record Ticket(UserId userId, TicketKind kind, long id, String subject) {}
