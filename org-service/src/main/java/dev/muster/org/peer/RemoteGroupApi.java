package dev.muster.org.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.kit.service.ToReferenceData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What reference-data-service tells of an organization's groups. */
@Path("/internal/groups")
@RegisterRestClient(configKey = "reference-data-service")
@RegisterProvider(ToReferenceData.class)
interface RemoteGroupApi {

    /** A group and what it grants. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record GroupView(long id, Set<String> permissions) {}

    @GET
    Uni<RestResponse<List<GroupView>>> groups(
            @RestQuery long org, @RestHeader(HttpHeaders.IF_NONE_MATCH) String entityTag);
}
