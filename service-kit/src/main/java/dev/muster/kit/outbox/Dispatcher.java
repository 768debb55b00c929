package dev.muster.kit.outbox;

import dev.muster.kit.database.ListeningConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Runs a lane for every kind that this service delivers, from its start until its stop. */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration FIRST_SWEEP = Duration.ofMinutes(2);
    private static final Duration SWEEP_INTERVAL = Duration.ofHours(1);

    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final OutboxTable table;
    private final Delivery delivery;
    private final ForgetParked forgetParked;
    private final ListeningConnection announcements;
    private final OutboxMetrics metrics;
    private final OutboxConfig config;
    private final Vertx vertx;

    Dispatcher(
            Handlers handlers,
            OutboxTable table,
            Delivery delivery,
            ForgetParked forgetParked,
            Pool pool,
            OutboxMetrics metrics,
            OutboxConfig config,
            Vertx vertx) {
        this.table = table;
        this.delivery = delivery;
        this.forgetParked = forgetParked;
        this.announcements = new ListeningConnection(pool, vertx, "outbox", this::wake, this::wakeAll);
        this.metrics = metrics;
        this.config = config;
        this.vertx = vertx;
        for (String kind : handlers.kinds()) {
            lanes.put(kind, new Lane(kind, config, vertx.getOrCreateContext(), table, delivery));
        }
    }

    void start(@Observes StartupEvent started) {
        if (lanes.isEmpty()) {
            return;
        }
        lanes.keySet().forEach(metrics::show);
        vertx.setPeriodic(config.pollInterval().toMillis(), timer -> wakeAll());
        vertx.setPeriodic(config.measureInterval().toMillis(), timer -> measure());
        vertx.setPeriodic(FIRST_SWEEP.toMillis(), SWEEP_INTERVAL.toMillis(), timer -> forgetParked());
        announcements.start();
    }

    private void wakeAll() {
        lanes.values().forEach(Lane::wake);
    }

    private void wake(String kind) {
        Lane lane = lanes.get(kind);
        if (lane != null) {
            lane.wake();
        }
    }

    private void measure() {
        lanes.keySet()
                .forEach(kind -> table.measure(kind)
                        .subscribe()
                        .with(
                                backlog -> metrics.measured(kind, backlog),
                                failure -> LOG.debugf("The outbox (%s) could not be measured: %s", kind, failure)));
    }

    private void forgetParked() {
        forgetParked
                .forget()
                .subscribe()
                .with(
                        deleted -> LOG.debugf("The outbox has no row left that was parked too long ago"),
                        failure ->
                                LOG.warnf("The outbox could not delete old parked rows, it tries again: %s", failure));
    }

    /** Rows whose try does not end in time are tried again by another replica when their lease ends. */
    void stop(@Observes ShutdownEvent stopping) {
        announcements.stop();
        lanes.values().forEach(Lane::stop);
        untilIdle()
                .ifNoItem()
                .after(LONGEST_FAREWELL)
                .recoverWithUni(Uni.createFrom().voidItem())
                .await()
                .indefinitely();
    }

    private Uni<Void> untilIdle() {
        if (delivery.running() == 0) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_AGAIN).chain(this::untilIdle);
    }
}
