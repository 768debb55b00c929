package dev.muster.org.bookings;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.org.BookingRepository;
import dev.muster.org.BookingRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Lists what is booked for a person in one organization. */
@ApplicationScoped
public class ListBookings {

    private final BookingRepository bookings;

    ListBookings(BookingRepository bookings) {
        this.bookings = bookings;
    }

    /** What overlaps the time between the two instants, by start; what only touches it does not. */
    Uni<List<BookingRow>> list(OrgId orgId, UserId userId, Instant from, Instant to) {
        return bookings.overlapping(orgId, userId, from, to);
    }
}
