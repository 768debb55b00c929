package dev.muster.identity.booking;

import dev.muster.identity.company.FindCompanyUser;
import dev.muster.identity.peer.Bookings;
import dev.muster.identity.wire.UserIdText;
import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.id.UserId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The directory API's bookings of a user, for administrators and for the user. */
@Path("/user/{id}/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class BookingsResource {

    private final FindCompanyUser companyUser;
    private final Bookings bookings;
    private final CurrentCaller caller;

    BookingsResource(FindCompanyUser companyUser, Bookings bookings, CurrentCaller caller) {
        this.companyUser = companyUser;
        this.bookings = bookings;
        this.caller = caller;
    }

    @GET
    @Path("{startDate}/{startTime}/{endDate}/{endTime}")
    public Uni<List<BookingView>> overlapping(
            @RestPath String id,
            @RestPath String startDate,
            @RestPath String startTime,
            @RestPath String endDate,
            @RestPath String endTime) {
        UserId userId = UserIdText.of(id);
        Window window = Window.of(startDate, startTime, endDate, endTime);
        LiveSession session = caller.session();
        return companyUser
                .readMembership(session, userId)
                .chain(() ->
                        bookings.overlapping(FindCompanyUser.companyOf(session), userId, window.start(), window.end()))
                .map(found -> found.stream()
                        .map(booking -> BookingView.of(userId.value(), booking))
                        .toList());
    }
}
