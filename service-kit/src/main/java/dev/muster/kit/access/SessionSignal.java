package dev.muster.kit.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;

/**
 * One message of the session event feed.
 *
 * <ul>
 *   <li>{@code BEAT}: every change up to {@code cursor} has been sent; the feed is current at this moment.
 *   <li>{@code RESET}: the reader's cursor is unknown here; it must forget what it holds and start at {@code cursor}.
 *   <li>{@code CHANGED}: the session is now as {@code session} says.
 *   <li>{@code CLOSED}: the session is closed, for good.
 *   <li>{@code KEYS}: the keys that verify tokens are now {@code keys}, a JSON Web Key Set.
 * </ul>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SessionSignal(
        Kind kind, String cursor, UserId userId, SessionId sessionId, LiveSession session, String keys) {

    /** What a signal says. */
    public enum Kind {
        BEAT,
        RESET,
        CHANGED,
        CLOSED,
        KEYS
    }

    public static SessionSignal beat(String cursor) {
        return new SessionSignal(Kind.BEAT, cursor, null, null, null, null);
    }

    public static SessionSignal reset(String cursor) {
        return new SessionSignal(Kind.RESET, cursor, null, null, null, null);
    }

    public static SessionSignal changed(LiveSession session) {
        return new SessionSignal(Kind.CHANGED, null, session.userId(), session.id(), session, null);
    }

    public static SessionSignal closed(UserId userId, SessionId sessionId) {
        return new SessionSignal(Kind.CLOSED, null, userId, sessionId, null, null);
    }

    public static SessionSignal keys(String jwks) {
        return new SessionSignal(Kind.KEYS, null, null, null, null, jwks);
    }
}
