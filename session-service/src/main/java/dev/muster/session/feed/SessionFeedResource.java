package dev.muster.session.feed;

import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Powers;
import dev.muster.kit.access.SessionSignal;
import dev.muster.kit.access.SessionUse;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.session.SessionIds;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** What the other services ask of sessions. */
@Path("/internal")
@RolesAllowed(Powers.SERVICE)
public class SessionFeedResource {

    private final SessionLog log;
    private final SessionEventFeed feed;
    private final RecordSessionUses recordUses;

    SessionFeedResource(SessionLog log, SessionEventFeed feed, RecordSessionUses recordUses) {
        this.log = log;
        this.feed = feed;
        this.recordUses = recordUses;
    }

    @GET
    @Path("/session-events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<SessionSignal> signals(@RestQuery Optional<String> cursor) {
        return feed.signals(cursor);
    }

    @GET
    @Path("/users/{userId}/sessions/{sessionId}")
    public Uni<LiveSession> find(@RestPath @Positive long userId, @RestPath String sessionId) {
        return log.find(new UserId(userId), SessionIds.parse(sessionId))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.SESSION_NOT_FOUND)));
    }

    @POST
    @Path("/session-uses")
    public Uni<Void> reportUses(@NotNull List<SessionUse> uses) {
        return recordUses.record(uses);
    }
}
