package dev.muster.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import dev.muster.kit.reactive.CallerContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this process knows of open sessions. A known session costs no call and no statement; it is trusted while the
 * event feed is current, and for {@link AccessConfig#staleness()} after it was last confirmed.
 */
@ApplicationScoped
public class LiveSessions {

    private final SessionSource source;
    private final long stalenessNanos;
    private final Clock clock;
    private final Ticker ticker;
    private final Cache<SessionId, KnownSession> known;
    private final ConcurrentHashMap<SessionId, Uni<KnownSession>> underway = new ConcurrentHashMap<>();
    private volatile FeedState feed = FeedState.NEVER_CONNECTED;

    LiveSessions(SessionSource source, AccessConfig config, Clock clock, Ticker ticker) {
        this.source = source;
        this.stalenessNanos = config.staleness().toNanos();
        this.clock = clock;
        this.ticker = ticker;
        this.known =
                Caffeine.newBuilder().maximumSize(config.sessionCacheSize()).build();
    }

    /**
     * The session that a token of this generation opens. Empty when the session is closed or has moved on; fails with
     * {@code SERVICE_UNAVAILABLE} when that cannot be told now.
     */
    Uni<Optional<LiveSession>> open(UserId userId, SessionId sessionId, int generation) {
        KnownSession session = known.getIfPresent(sessionId);
        if (session != null && isTrusted(session, generation)) {
            return Uni.createFrom().item(session.opens(userId, generation));
        }
        Uni<KnownSession> asked = underway.get(sessionId);
        Uni<KnownSession> confirmed = asked == null
                ? confirm(userId, sessionId)
                : asked.chain(answer -> answer.isBehind(generation)
                        ? confirm(userId, sessionId)
                        : Uni.createFrom().item(answer));
        // callers who share a call must each go on as themselves: the identity is kept with the context's request
        return confirmed
                .emitOn(CallerContext.current())
                .map(answer -> answer.opens(userId, generation).filter(this::isUnexpired));
    }

    /**
     * A caller's session as it has become since, for answers that take longer than a moment. Empty when it is closed or has
     * moved on; fails with {@code SERVICE_UNAVAILABLE} when that cannot be told now.
     */
    public Uni<Optional<LiveSession>> now(LiveSession earlier) {
        return open(earlier.userId(), earlier.id(), earlier.generation());
    }

    private boolean isUnexpired(LiveSession session) {
        return clock.instant().isBefore(session.expires());
    }

    private boolean isTrusted(KnownSession session, int generation) {
        return session.isClosed()
                || (!session.isBehind(generation)
                        && isUnexpired(session.session())
                        && feed.age(session.confirmedAt(), ticker.read()) <= stalenessNanos);
    }

    /** Callers that ask for the same session at the same time share one call. */
    private Uni<KnownSession> confirm(UserId userId, SessionId sessionId) {
        return underway.computeIfAbsent(sessionId, id -> fetch(userId, id));
    }

    private Uni<KnownSession> fetch(UserId userId, SessionId sessionId) {
        long askedAt = ticker.read();
        return Uni.createFrom()
                .deferred(() -> source.find(userId, sessionId))
                .onFailure()
                .transform(failure -> ProblemException.unavailable("session-service", failure))
                .map(found -> remember(sessionId, KnownSession.of(found, askedAt)))
                .onTermination()
                .invoke(() -> underway.remove(sessionId))
                .memoize()
                .indefinitely();
    }

    /** An event that overtakes an answer under way must win, so the newer of the two is kept. */
    private KnownSession remember(SessionId sessionId, KnownSession session) {
        return known.asMap().merge(sessionId, session, KnownSession::newer);
    }

    /** Applies one message of the event feed. */
    void apply(SessionSignal signal) {
        switch (signal.kind()) {
            case BEAT -> feed = feed.beat(ticker.read());
            case RESET -> forgetEverything();
            case CHANGED -> replace(signal.sessionId(), KnownSession.of(signal.session(), ticker.read()));
            case CLOSED -> replace(signal.sessionId(), KnownSession.closed());
            default -> throw new IllegalArgumentException(signal.kind() + " is not about sessions");
        }
    }

    /** Answers still under way were asked for before this moment, so they will not be trusted by the feed either. */
    private void forgetEverything() {
        feed = FeedState.startingAt(ticker.read());
        known.invalidateAll();
    }

    private void replace(SessionId sessionId, KnownSession session) {
        if (underway.containsKey(sessionId)) {
            remember(sessionId, session);
        } else {
            known.asMap().computeIfPresent(sessionId, (id, present) -> present.newer(session));
        }
    }

    /** Whether the event feed was current within the staleness limit. */
    boolean isFeedCurrent() {
        return feed.isCurrent(ticker.read(), stalenessNanos);
    }
}
