package dev.muster.identity.booking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.identity.peer.Booking;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A booking as the directory API shows it.
 *
 * @param id the booking system's
 * @param start RFC 3339, UTC
 */
@RegisterForReflection
record BookingView(String id, @JsonProperty("user_id") String userId, String start, String end, String title) {

    static BookingView of(long userId, Booking booking) {
        return new BookingView(
                booking.externalId(),
                Long.toString(userId),
                booking.start().toString(),
                booking.end().toString(),
                booking.title());
    }
}
