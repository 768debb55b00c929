package dev.muster.reference.timezones;

import dev.muster.reference.CachePolicy;
import dev.muster.reference.DocumentAnswer;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The ids and names of all time zones, for the other services. */
@Path("/internal/reference/timezones")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("service")
public class TimezoneIdsResource {

    private final ListTimezoneIds listTimezoneIds;

    TimezoneIdsResource(ListTimezoneIds listTimezoneIds) {
        this.listTimezoneIds = listTimezoneIds;
    }

    @GET
    @NonBlocking
    public Response timezones(@Context HttpHeaders request) {
        return DocumentAnswer.of(request, listTimezoneIds.list(), CachePolicy.RELEASED)
                .build();
    }
}
