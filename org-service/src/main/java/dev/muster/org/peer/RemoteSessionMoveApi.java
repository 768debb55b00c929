package dev.muster.org.peer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.kit.access.Member;
import dev.muster.kit.service.ToSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How session-service is told where a session's person is active now, and as what. */
@Path("/internal/users/{userId}")
@RegisterRestClient(configKey = "session-service")
@RegisterProvider(ToSession.class)
interface RemoteSessionMoveApi {

    /** The move of a session that is still in the given generation, and has a second factor where one is required. */
    @RegisterForReflection
    record MoveRequest(int generation, Member member, boolean secondFactorRequired) {}

    /** The session's token after the move. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MovedView(String token) {

        public MovedView {
            requireNonNull(token, "token");
        }

        @Override
        public String toString() {
            return "MovedView[]";
        }
    }

    @POST
    @Path("/sessions/{sessionId}/switch")
    Uni<MovedView> move(@RestPath long userId, @RestPath String sessionId, MoveRequest request);

    @PUT
    @Path("/members/{orgId}")
    Uni<Void> updateMember(@RestPath long userId, @RestPath long orgId, Member member);

    @DELETE
    @Path("/members/{orgId}")
    Uni<Void> removeMember(@RestPath long userId, @RestPath long orgId, @RestQuery long version);
}
