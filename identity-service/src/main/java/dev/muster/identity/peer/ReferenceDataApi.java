package dev.muster.identity.peer;

import dev.muster.kit.service.ToReferenceData;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** What reference-data-service tells the other services. */
@Path("/internal")
@RegisterRestClient(configKey = "reference-data-service")
@RegisterProvider(ToReferenceData.class)
interface ReferenceDataApi {

    @GET
    @Path("groups")
    Uni<List<GroupView>> groups(@RestQuery long org);

    @GET
    @Path("reference/countries")
    Uni<List<CountryView>> countries();

    @GET
    @Path("reference/timezones")
    Uni<List<Integer>> timezones();
}
