package dev.muster.session.signin;

import dev.muster.kit.service.ToOrg;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** What session-service asks org-service. */
@Path("/internal/members/{userId}")
@RegisterRestClient(configKey = "org-service")
@RegisterProvider(ToOrg.class)
interface OrgApi {

    @GET
    Uni<DefaultMember> defaultMember(@RestPath long userId);
}
