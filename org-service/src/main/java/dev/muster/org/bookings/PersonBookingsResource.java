package dev.muster.org.bookings;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.IdText;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** What is booked for a person in an organization, for the other services. */
@Path("/internal/organizations/{orgId:" + IdText.PATTERN + "}/users/{userId:" + IdText.PATTERN + "}/bookings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.SERVICE)
public class PersonBookingsResource {

    private final ListBookings listBookings;

    PersonBookingsResource(ListBookings listBookings) {
        this.listBookings = listBookings;
    }

    @GET
    public Uni<List<PersonBookingView>> list(long orgId, long userId, @RestQuery String from, @RestQuery String to) {
        Instant start = time(from, "/from");
        Instant end = time(to, "/to");
        if (!start.isBefore(end)) {
            throw ProblemException.invalid("/to", "invalid_value", "After the beginning");
        }
        return listBookings
                .list(new OrgId(orgId), new UserId(userId), start, end)
                .map(found -> found.stream().map(PersonBookingView::of).toList());
    }

    private static Instant time(String text, String pointer) {
        return Rfc3339.parse(text)
                .orElseThrow(() -> ProblemException.invalid(pointer, "invalid_value", "A time as in RFC 3339"));
    }
}
