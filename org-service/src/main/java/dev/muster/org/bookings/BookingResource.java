package dev.muster.org.bookings;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.access.Powers;
import dev.muster.kit.id.UserId;
import dev.muster.org.Booking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The platform API's feed of bookings into the organization in which the caller's session is active. */
@Path("/api/v1/bookings/{externalId:[A-Za-z0-9._~:-]{1,128}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.ADMIN)
public class BookingResource {

    private final PutBooking putBooking;
    private final DeleteBooking deleteBooking;
    private final CurrentCaller caller;

    BookingResource(PutBooking putBooking, DeleteBooking deleteBooking, CurrentCaller caller) {
        this.putBooking = putBooking;
        this.deleteBooking = deleteBooking;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<BookingView>> put(String externalId, PutBookingRequest request) {
        Booking booking = request.booking(externalId);
        return putBooking
                .put(caller.orgId(), new UserId(request.userId()), booking)
                .map(isNew -> ResponseBuilder.<BookingView>create(isNew ? Status.CREATED : Status.OK)
                        .entity(BookingView.of(request.userId(), booking))
                        .build());
    }

    @DELETE
    public Uni<Void> delete(String externalId) {
        return deleteBooking.delete(caller.orgId(), externalId);
    }
}
