package dev.muster.kit.access;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Follows the session event feed for as long as the service runs and resumes at its cursor after every loss. */
@ApplicationScoped
class SessionFeed {

    private static final Logger LOG = Logger.getLogger(SessionFeed.class);

    /** session-service beats twice a second; six missed beats mean a dead connection. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final SessionSource source;
    private final LiveSessions sessions;
    private final VerificationKeys keys;
    private volatile String cursor;
    private volatile Cancellable subscription;

    SessionFeed(SessionSource source, LiveSessions sessions, VerificationKeys keys) {
        this.source = source;
        this.sessions = sessions;
        this.keys = keys;
    }

    void follow(@Observes StartupEvent started) {
        subscription = Multi.createFrom()
                .deferred(this::connect)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(signal -> {}, failure -> LOG.errorf(failure, "The session event feed ended"));
    }

    @PreDestroy
    void leave() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private Multi<SessionSignal> connect() {
        return source.signals(Optional.ofNullable(cursor))
                .ifNoItem()
                .after(LONGEST_SILENCE)
                .fail()
                .invoke(this::take)
                .onCompletion()
                .failWith(() -> new IllegalStateException("The feed was closed by its server"))
                .onFailure()
                .invoke(failure -> LOG.infof("The session event feed is lost, reconnecting: %s", failure));
    }

    private void take(SessionSignal signal) {
        if (signal.kind() == SessionSignal.Kind.KEYS) {
            keys.replace(signal.keys());
            return;
        }
        sessions.apply(signal);
        if (signal.cursor() != null) {
            cursor = signal.cursor();
        }
    }
}
