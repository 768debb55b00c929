package dev.muster.session.feed;

import dev.muster.kit.access.SessionSignal;
import java.util.List;

/**
 * What changed between two cursors.
 *
 * @param cursor where to go on reading
 * @param complete false when not all can be told: the cursor is none of this database's, or too much changed since
 */
record SessionChanges(String cursor, boolean complete, List<SessionSignal> signals) {

    static SessionChanges none(String cursor) {
        return new SessionChanges(cursor, true, List.of());
    }

    static SessionChanges unknownBefore(String cursor) {
        return new SessionChanges(cursor, false, List.of());
    }
}
