package dev.muster.org.bookings;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.Booking;
import dev.muster.org.BookingRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Takes a booking from the booking system; the same one again replaces what was known of it. */
@ApplicationScoped
public class PutBooking {

    private final BookingRepository bookings;
    private final Clock clock;

    PutBooking(BookingRepository bookings, Clock clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    /** Whether the booking is new. For somebody who is no active member it is {@link Problem#INVALID_INPUT}. */
    @WithTransaction
    public Uni<Boolean> put(OrgId orgId, UserId userId, Booking booking) {
        return bookings.put(orgId, userId, booking, clock.instant())
                .map(written -> written.orElseThrow(
                        () -> ProblemException.invalid("/user_id", "no_member", "There is no such member")));
    }
}
