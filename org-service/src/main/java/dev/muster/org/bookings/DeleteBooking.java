package dev.muster.org.bookings;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.BookingRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets a booking that the booking system has cancelled. */
@ApplicationScoped
public class DeleteBooking {

    private final BookingRepository bookings;

    DeleteBooking(BookingRepository bookings) {
        this.bookings = bookings;
    }

    /** One that the organization does not have is {@link Problem#NOT_FOUND}. */
    @WithTransaction
    public Uni<Void> delete(OrgId orgId, String externalId) {
        return bookings.delete(orgId, externalId).invoke(DeleteBooking::require).replaceWithVoid();
    }

    private static void require(boolean deleted) {
        if (!deleted) {
            throw new ProblemException(Problem.NOT_FOUND, "There is no such booking");
        }
    }
}
