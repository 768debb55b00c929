package dev.muster.kit.access;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Where a service learns which sessions are live: over REST, or from the database inside session-service. */
public interface SessionSource {

    /** The open session, or empty when it is closed, expired or unknown; fails when that cannot be told now. */
    Uni<Optional<LiveSession>> find(UserId userId, SessionId sessionId);

    /** Every change after the cursor, or from now on without one; never completes while it can be served. */
    Multi<SessionSignal> signals(Optional<String> cursor);

    /** Reports when sessions were last used; safe to repeat. */
    Uni<Void> reportUses(List<SessionUse> uses);
}
