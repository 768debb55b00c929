package dev.muster.org.bookings;

import dev.muster.org.BookingRow;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A booking of somebody as the other services see it. */
@RegisterForReflection
record PersonBookingView(long id, String externalId, String start, String end, String title) {

    static PersonBookingView of(BookingRow booking) {
        return new PersonBookingView(
                booking.id(),
                booking.externalId(),
                booking.startsAt().toString(),
                booking.endsAt().toString(),
                booking.title());
    }
}
