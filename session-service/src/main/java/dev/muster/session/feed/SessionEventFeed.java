package dev.muster.session.feed;

import dev.muster.kit.access.SessionSignal;
import dev.muster.session.token.SigningKeys;
import dev.muster.session.token.SigningKeys.KeysChanged;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Tells every reader each change of a session within milliseconds of its commit. The database is the truth: a
 * notification only says when to read, so that a lost one delays news until the next beat and loses nothing.
 */
@ApplicationScoped
public class SessionEventFeed {

    private static final Logger LOG = Logger.getLogger(SessionEventFeed.class);
    private static final Duration BEAT = Duration.ofMillis(500);

    /** A reader this far behind is cut off; it resumes at its cursor. */
    static final int LONGEST_BACKLOG = 10_000;

    private final SessionLog log;
    private final SigningKeys keys;
    private final Vertx vertx;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger wakes = new AtomicInteger();
    private volatile String cursor;
    private volatile boolean failing;
    private volatile boolean leaving;
    private long timer;

    SessionEventFeed(SessionLog log, SigningKeys keys, Vertx vertx) {
        this.log = log;
        this.keys = keys;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(1, BEAT.toMillis(), id -> wake());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** From the next beat on every reader's feed ends, so that it resumes at another replica before this one stops. */
    void leave(@Observes ShutdownDelayInitiatedEvent stopping) {
        leaving = true;
    }

    /** Reads the log soon; calls during a read lead to one more read, never to two at once. */
    void wake() {
        if (leaving) {
            readers.forEach(Reader::end);
        }
        if (wakes.getAndIncrement() == 0) {
            read();
        }
    }

    private void read() {
        int served = wakes.get();
        (cursor == null ? log.end().map(SessionChanges::none) : log.since(cursor))
                .subscribe()
                .with(
                        changes -> {
                            publish(changes);
                            finish(served);
                        },
                        failure -> {
                            report(failure);
                            finish(served);
                        });
    }

    private void finish(int served) {
        if (wakes.addAndGet(-served) > 0) {
            read();
        }
    }

    private void publish(SessionChanges changes) {
        failing = false;
        cursor = changes.cursor();
        readers.forEach(reader -> reader.tell(changes));
    }

    /** Silence is the message: readers notice the missing beat and stop trusting what they know. */
    private void report(Throwable failure) {
        if (!failing) {
            LOG.warnf("The session log cannot be read, readers hear nothing until it can: %s", failure);
        }
        failing = true;
    }

    /** Whether the last reading of the log succeeded. */
    boolean isCurrent() {
        return !failing;
    }

    void publishKeys(@Observes KeysChanged changed) {
        readers.forEach(reader -> reader.tellKeys(changed.jwks()));
    }

    /** The feed from a cursor on, or from now on without one. */
    public Multi<SessionSignal> signals(Optional<String> from) {
        return Multi.createFrom().emitter(emitter -> join(emitter, from), LONGEST_BACKLOG);
    }

    /** Joins before reading the past, so that nothing falls between; hearing something twice is harmless. */
    private void join(MultiEmitter<? super SessionSignal> emitter, Optional<String> from) {
        Reader reader = new Reader(emitter);
        emitter.onTermination(() -> readers.remove(reader));
        readers.add(reader);
        reader.tellPresentKeys(keys);
        from.filter(SessionLog::isCursor)
                .map(log::since)
                .orElseGet(() -> log.end().map(SessionChanges::unknownBefore))
                .subscribe()
                .with(reader::catchUp, emitter::fail);
    }

    /**
     * One reader of the feed, told by several threads at once; the emitter passes on in the order of the calls. A beat
     * says that all before it was told, so there is none, from whichever thread, before the whole past is.
     */
    private static final class Reader {

        private final MultiEmitter<? super SessionSignal> emitter;
        private volatile boolean caughtUp;

        Reader(MultiEmitter<? super SessionSignal> emitter) {
            this.emitter = emitter;
        }

        void catchUp(SessionChanges past) {
            tellNews(past);
            caughtUp = true;
            beat(past);
        }

        void tell(SessionChanges changes) {
            tellNews(changes);
            beat(changes);
        }

        private void tellNews(SessionChanges changes) {
            if (changes.complete()) {
                changes.signals().forEach(emitter::emit);
            } else {
                emitter.emit(SessionSignal.reset(changes.cursor()));
            }
        }

        private void beat(SessionChanges changes) {
            if (caughtUp && changes.complete()) {
                emitter.emit(SessionSignal.beat(changes.cursor()));
            }
        }

        /** In order with {@link #tellKeys}, or a new reader could be left with keys that were replaced meanwhile. */
        synchronized void tellPresentKeys(SigningKeys keys) {
            keys.jwks().ifPresent(this::tellKeys);
        }

        synchronized void tellKeys(String jwks) {
            emitter.emit(SessionSignal.keys(jwks));
        }

        void end() {
            emitter.complete();
        }
    }
}
