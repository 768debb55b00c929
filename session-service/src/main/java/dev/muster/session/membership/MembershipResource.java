package dev.muster.session.membership;

import dev.muster.kit.access.Member;
import dev.muster.kit.access.Powers;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** org-service's way to say that a membership changed. */
@Path("/internal/users/{userId}/members/{orgId}")
@RolesAllowed(Powers.SERVICE)
public class MembershipResource {

    private final ApplyMembership applyMembership;

    MembershipResource(ApplyMembership applyMembership) {
        this.applyMembership = applyMembership;
    }

    @PUT
    public Uni<Void> changed(@RestPath long userId, @RestPath long orgId, Member member) {
        return applyMembership.changed(new UserId(userId), member);
    }

    @DELETE
    public Uni<Void> ended(@RestPath long userId, @RestPath long orgId, @RestQuery @DefaultValue("0") long version) {
        return applyMembership.ended(new UserId(userId), new OrgId(orgId), version);
    }
}
