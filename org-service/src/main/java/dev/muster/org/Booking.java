package dev.muster.org;

import java.time.Instant;

/**
 * What the booking system says of a booking.
 *
 * @param externalId its name there
 * @param end not part of it any more
 * @param title may be null
 */
public record Booking(String externalId, Instant start, Instant end, String title) {}
