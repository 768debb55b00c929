package dev.muster.reference.timezones;

import dev.muster.reference.CachePolicy;
import dev.muster.reference.DocumentAnswer;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The profile API's time zones: a map of id to IANA name. */
@Path("/users/timezones.json")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class TimezonesResource {

    private final ListTimezones listTimezones;

    TimezonesResource(ListTimezones listTimezones) {
        this.listTimezones = listTimezones;
    }

    @GET
    @NonBlocking
    public Response timezones(@Context HttpHeaders request) {
        return DocumentAnswer.of(request, listTimezones.list(), CachePolicy.RELEASED)
                .build();
    }
}
