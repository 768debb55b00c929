package dev.muster.identity.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.muster.identity.company.Membership;
import dev.muster.kit.service.ToOrg;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How org-service is asked and told about memberships. */
@Path("/internal")
@RegisterRestClient(configKey = "org-service")
@RegisterProvider(ToOrg.class)
interface MembershipApi {

    /** Somebody to take in; the order's id tells a repeated order from a new one. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberOrder(
            long userId,
            String orderId,
            long groupId,
            List<String> permissions,
            String status,
            String employeeId,
            String costCentreId,
            List<String> branchIds) {}

    /** Those to take in. */
    @RegisterForReflection
    record MemberOrders(List<MemberOrder> members) {}

    /** What a person's own organization is to be called. */
    @RegisterForReflection
    record OwnOrganization(String name) {}

    /** The organization in which somebody signs in. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record DefaultAccountView(long id, String organizationName, String role) {}

    @POST
    @Path("organizations/{orgId}/members")
    Uni<Void> takeIn(@RestPath long orgId, MemberOrders orders);

    @POST
    @Path("organizations/{orgId}/members/{userId}/activate")
    Uni<Void> activate(@RestPath long orgId, @RestPath long userId);

    @PUT
    @Path("organizations/{orgId}/members/{userId}")
    Uni<Membership> change(@RestPath long orgId, @RestPath long userId, Map<String, Object> changes);

    @DELETE
    @Path("organizations/{orgId}/members/{userId}")
    Uni<Void> remove(@RestPath long orgId, @RestPath long userId, @RestQuery long actor);

    @PUT
    @Path("users/{userId}/default-organization")
    Uni<DefaultAccountView> found(@RestPath long userId, OwnOrganization wanted);

    @GET
    @Path("users/{userId}/default-account")
    Uni<DefaultAccountView> findDefault(@RestPath long userId);

    @DELETE
    @Path("users/{userId}/memberships")
    Uni<Void> endAll(@RestPath long userId, @RestQuery boolean force, @RestQuery boolean deleted);
}
