package dev.muster.identity.ticket;

import java.time.Duration;
import java.time.Instant;

/** A ticket just issued, the only time that its secret is known. */
public record IssuedTicket(TicketSecret secret, Duration lifetime, Instant expiresAt) {}
