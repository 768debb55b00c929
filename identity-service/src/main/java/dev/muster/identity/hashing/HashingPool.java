package dev.muster.identity.hashing;

import dev.muster.kit.problem.ProblemException;
import dev.muster.kit.reactive.CallerContext;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The few threads that do nothing but hash, so that a flood of sign-ins leaves everything else its processors. */
@ApplicationScoped
public class HashingPool {

    private final ThreadPoolExecutor workers;

    HashingPool(HashingConfig config, MeterRegistry metrics) {
        int size = config.workers().orElseGet(() -> Runtime.getRuntime().availableProcessors());
        AtomicInteger number = new AtomicInteger();
        workers = new ThreadPoolExecutor(
                size, size, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(config.queueSize()), task -> {
                    Thread thread = new Thread(task, "hashing-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        Gauge.builder("muster.hashing.queue", workers, pool -> pool.getQueue().size())
                .description("Passwords that wait to be hashed")
                .register(metrics);
    }

    /** Runs the work on a worker and answers where the caller is; fails with 503 when the queue is full. */
    public <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(workers)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> ProblemException.unavailable("A worker to hash passwords", full))
                .emitOn(CallerContext.current());
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
