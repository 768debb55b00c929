package dev.muster.session.feed;

import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.SessionSignal;
import dev.muster.kit.access.SessionSource;
import dev.muster.kit.access.SessionUse;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** session-service asks itself what the others ask it over REST, and follows the same feed. */
@ApplicationScoped
class LocalSessionSource implements SessionSource {

    private final SessionLog log;
    private final SessionEventFeed feed;
    private final RecordSessionUses recordUses;

    LocalSessionSource(SessionLog log, SessionEventFeed feed, RecordSessionUses recordUses) {
        this.log = log;
        this.feed = feed;
        this.recordUses = recordUses;
    }

    @Override
    public Uni<Optional<LiveSession>> find(UserId userId, SessionId sessionId) {
        return log.find(userId, sessionId);
    }

    @Override
    public Multi<SessionSignal> signals(Optional<String> cursor) {
        return feed.signals(cursor);
    }

    @Override
    public Uni<Void> reportUses(List<SessionUse> uses) {
        return recordUses.record(uses);
    }
}
