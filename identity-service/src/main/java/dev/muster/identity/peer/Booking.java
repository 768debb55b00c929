package dev.muster.identity.peer;

import java.time.Instant;

/**
 * When a member has something.
 *
 * @param externalId the booking system's
 * @param title null when the booking system gave none
 */
public record Booking(String externalId, Instant start, Instant end, String title) {}
