package dev.muster.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Callers that go on all the time through the gateway, each with a session of its own: of ten requests six look at the
 * profile, two read lists, one signs in (and out again), one switches the organization. The pace is fixed: callers that
 * had to wait catch up.
 */
public final class Load implements AutoCloseable {

    private static final long STOP_SECONDS = 30;

    private final ScheduledExecutorService threads;
    private final List<Future<?>> callers = new ArrayList<>();
    private final Map<Request, List<Duration>> answered = new EnumMap<>(Request.class);
    private final List<Failure> failures = new ArrayList<>();
    private final long startedAt = System.nanoTime();

    /** What a caller asks for. */
    public enum Request {
        VIEW,
        LIST,
        SIGN_IN,
        SIGN_OUT,
        SWITCH
    }

    /** A request that got no answer, or another than 200, with the moment of its end after the load's start. */
    public record Failure(Request request, Duration at, Duration took, String reason) {}

    private Load(int count, Duration pause) {
        threads = Executors.newScheduledThreadPool(count);
        for (int i = 0; i < count; i++) {
            Caller caller = new Caller(this, i);
            long offset = pause.toNanos() * i / count;
            callers.add(threads.scheduleAtFixedRate(caller::next, offset, pause.toNanos(), TimeUnit.NANOSECONDS));
        }
    }

    /** Begins; each caller makes one request per pause. */
    public static Load start(int callers, Duration pause) {
        return new Load(callers, pause);
    }

    /** A call that was made by a caller. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws IOException, InterruptedException;
    }

    /** Makes the call, and writes down how it went; null when it failed. */
    <T> T measure(Request request, Call<T> call) {
        long start = System.nanoTime();
        try {
            T answer = call.make();
            succeeded(request, Duration.ofNanos(System.nanoTime() - start));
            return answer;
        } catch (IOException e) {
            failed(request, start, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private synchronized void succeeded(Request request, Duration took) {
        answered.computeIfAbsent(request, unused -> new ArrayList<>()).add(took);
    }

    private synchronized void failed(Request request, long start, String reason) {
        long now = System.nanoTime();
        failures.add(new Failure(request, Duration.ofNanos(now - startedAt), Duration.ofNanos(now - start), reason));
    }

    /** How long the load has been going on. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** The times of the answered requests so far. */
    public synchronized Map<Request, List<Duration>> answered() {
        Map<Request, List<Duration>> copy = new EnumMap<>(Request.class);
        answered.forEach((request, times) -> copy.put(request, List.copyOf(times)));
        return copy;
    }

    /** The requests that failed so far. */
    public synchronized List<Failure> failures() {
        return List.copyOf(failures);
    }

    /**
     * No caller begins another request; returns when those under way have ended.
     *
     * @throws IllegalStateException when a caller broke off by an error of its own
     */
    @Override
    public void close() {
        boolean brokenOff = callers.stream().anyMatch(Future::isDone);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (brokenOff) {
            throw new IllegalStateException("A caller broke off, so the load was less than it was to be");
        }
    }
}
