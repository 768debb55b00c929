package dev.muster.kit.access;

import dev.muster.kit.id.SessionId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Collects when sessions were last used and reports it in batches, so that a request costs no statement. */
@ApplicationScoped
class SessionUses {

    private static final Logger LOG = Logger.getLogger(SessionUses.class);

    /** Keeps a report well below the limit for bodies, 64 KiB. */
    private static final int BATCH = 400;

    private static final Duration LAST_REPORT_DEADLINE = Duration.ofSeconds(2);

    private final ConcurrentHashMap<SessionId, SessionUse> unreported = new ConcurrentHashMap<>();
    private final SessionSource source;
    private final Clock clock;
    private final int limit;

    SessionUses(SessionSource source, AccessConfig config, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.limit = config.sessionCacheSize();
    }

    /** Beyond the size of the session cache, uses of further sessions wait for the next report. */
    void record(LiveSession session) {
        if (unreported.size() < limit || unreported.containsKey(session.id())) {
            unreported.put(session.id(), new SessionUse(session.userId(), session.id(), clock.instant()));
        }
    }

    @Scheduled(
            identity = "session-uses",
            every = "${muster.access.use-report-interval:PT30S}",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> report() {
        List<SessionUse> uses = new ArrayList<>(unreported.values());
        return reportFrom(uses, 0).onFailure().recoverWithUni(this::keepForTheNextReport);
    }

    private Uni<Void> reportFrom(List<SessionUse> uses, int start) {
        if (start >= uses.size()) {
            return Uni.createFrom().voidItem();
        }
        int end = Math.min(uses.size(), start + BATCH);
        List<SessionUse> batch = uses.subList(start, end);
        return source.reportUses(batch)
                .invoke(() -> batch.forEach(use -> unreported.remove(use.sessionId(), use)))
                .chain(() -> reportFrom(uses, end));
    }

    private Uni<Void> keepForTheNextReport(Throwable failure) {
        LOG.warnf("The uses of %d sessions could not be reported yet: %s", unreported.size(), failure);
        return Uni.createFrom().voidItem();
    }

    void reportBeforeShutdown(@Observes ShutdownEvent stopping) {
        report().await().atMost(LAST_REPORT_DEADLINE);
    }
}
