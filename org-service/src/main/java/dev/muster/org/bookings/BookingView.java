package dev.muster.org.bookings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.org.Booking;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A booking in the platform API. */
@RegisterForReflection
record BookingView(
        @JsonProperty("external_id") String externalId,
        @JsonProperty("user_id") long userId,
        String start,
        String end,
        String title) {

    static BookingView of(long userId, Booking booking) {
        return new BookingView(
                booking.externalId(),
                userId,
                booking.start().toString(),
                booking.end().toString(),
                booking.title());
    }
}
