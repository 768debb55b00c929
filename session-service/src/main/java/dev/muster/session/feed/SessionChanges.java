package dev.muster.session.feed;

import dev.muster.kit.access.SessionSignal;
import java.util.List;

/**
 * What changed between two cursors.
 *
 * @param cursor where to go on reading
 * @param complete false when the cursor that was asked for is none of this database's
 */
record SessionChanges(String cursor, boolean complete, List<SessionSignal> signals) {}
