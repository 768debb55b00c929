package dev.muster.local.service;

import dev.muster.local.StackFailure;
import dev.muster.local.stack.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One service as a process of its own, with its output in its own log file. */
public final class ServiceProcess {

    /** Longer than the services' own drain of requests in flight. */
    private static final int STOP_SECONDS = 15;

    private final ServiceInstance instance;
    private final Path log;
    private final Process process;
    private final ProcessIdentity identity;
    private final long startedNanos = System.nanoTime();

    private ServiceProcess(ServiceInstance instance, Path log, Process process) {
        this.instance = instance;
        this.log = log;
        this.process = process;
        this.identity = ProcessIdentity.of(process.toHandle());
    }

    /** Starts the process; it is not ready yet. */
    public static ServiceProcess start(
            ServiceInstance instance, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new ServiceProcess(instance, log, builder.start());
        } catch (IOException e) {
            throw new StackFailure(instance.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Calls back when the process ends, for whatever reason. */
    public void onExit(Runnable listener) {
        CompletableFuture<Void> unused = process.onExit().thenRun(listener);
    }

    /** Asks the process to stop; {@link #awaitStopped()} waits for it. */
    public void requestStop() {
        process.destroy();
    }

    /** Waits until the process is gone, and ends it by force when it takes too long. */
    public void awaitStopped() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw StackFailure.interrupted(e);
        }
    }

    /** Waits for the process's end, at most for the given time; whether it came. */
    public boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** How the process ended; asked for after its end. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Milliseconds since the process was started. */
    public long ageMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
    }

    public ServiceInstance instance() {
        return instance;
    }

    public ProcessIdentity identity() {
        return identity;
    }

    public Path log() {
        return log;
    }
}
