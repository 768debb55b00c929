package dev.muster.kit.access;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import java.time.Instant;

/** That a session was used, and when last. */
public record SessionUse(UserId userId, SessionId sessionId, Instant at) {}
