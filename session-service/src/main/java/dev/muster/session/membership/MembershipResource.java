package dev.muster.session.membership;

import dev.muster.kit.access.Member;
import dev.muster.kit.access.Powers;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
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
    public Uni<Void> changed(@RestPath @Positive long userId, @RestPath @Positive long orgId, @NotNull Member member) {
        requireSame(orgId, member);
        return applyMembership.changed(new UserId(userId), member);
    }

    @DELETE
    public Uni<Void> ended(
            @RestPath @Positive long userId, @RestPath @Positive long orgId, @RestQuery Optional<Long> version) {
        return applyMembership.ended(new UserId(userId), new OrgId(orgId), version);
    }

    private static void requireSame(long orgId, Member member) {
        if (member.orgId() == null || member.orgId().value() != orgId) {
            throw ProblemException.invalid("/orgId", "invalid_value", "The body and the path name two organizations");
        }
    }
}
