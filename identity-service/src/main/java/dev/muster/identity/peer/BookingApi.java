package dev.muster.identity.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.kit.service.ToOrg;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What org-service tells of a member's bookings. */
@Path("/internal/organizations/{orgId}/users/{userId}/bookings")
@RegisterRestClient(configKey = "org-service")
@RegisterProvider(ToOrg.class)
interface BookingApi {

    /** A booking as org-service tells it. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record BookingView(String externalId, Instant start, Instant end, String title) {}

    @GET
    Uni<List<BookingView>> overlapping(
            @RestPath long orgId, @RestPath long userId, @RestQuery String from, @RestQuery String to);
}
