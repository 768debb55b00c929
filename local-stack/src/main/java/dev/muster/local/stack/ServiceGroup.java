package dev.muster.local.stack;

import dev.muster.local.StackFailure;
import dev.muster.local.service.HealthProbe;
import dev.muster.local.service.LogTail;
import dev.muster.local.service.ServiceEnvironment;
import dev.muster.local.service.ServiceInstance;
import dev.muster.local.service.ServiceLauncher;
import dev.muster.local.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** All service processes of the stack. */
final class ServiceGroup implements AutoCloseable {

    private static final long READY_TIMEOUT_MILLIS = TimeUnit.MINUTES.toMillis(3);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int EVIDENCE_LINES = 25;

    private final ServiceLauncher launcher;
    private final ServiceEnvironment environment;
    private final StackDirectory directory;
    private final StateRecorder recorder;
    private final Consumer<ServiceProcess> onDeath;
    private final Map<ServiceInstance, ServiceProcess> processes = new ConcurrentHashMap<>();
    private volatile boolean closing;

    ServiceGroup(
            ServiceLauncher launcher,
            ServiceEnvironment environment,
            StackDirectory directory,
            StateRecorder recorder,
            Consumer<ServiceProcess> onDeath) {
        this.launcher = launcher;
        this.environment = environment;
        this.directory = directory;
        this.recorder = recorder;
        this.onDeath = onDeath;
    }

    /** Starts all of them at once; none is ready yet. */
    void start(List<ServiceInstance> instances) {
        for (ServiceInstance instance : instances) {
            keepOlderLog(directory.log(instance.name()));
            start(instance);
        }
    }

    private ServiceProcess start(ServiceInstance instance) {
        ServiceProcess process = ServiceProcess.start(
                instance,
                launcher.command(instance.service()),
                environment.of(instance),
                directory.log(instance.name()));
        processes.put(instance, process);
        recorder.serviceStarted(process);
        process.onExit(() -> {
            if (!closing) {
                onDeath.accept(process);
            }
        });
        return process;
    }

    /** Waits until every service says that it is ready; fails with the log of one that dies first. */
    void awaitReady() {
        List<ServiceProcess> waiting = new ArrayList<>(processes.values());
        waiting.removeIf(this::isReady);
        while (!waiting.isEmpty()) {
            waiting.get(0).endsWithin(POLL);
            waiting.removeIf(this::isReady);
        }
    }

    private boolean isReady(ServiceProcess process) {
        if (!process.isAlive()) {
            throw death(process);
        }
        if (process.ageMillis() > READY_TIMEOUT_MILLIS) {
            throw new StackFailure(
                    process.instance().name() + " did not become ready within "
                            + TimeUnit.MILLISECONDS.toSeconds(READY_TIMEOUT_MILLIS) + " s; the end of " + process.log(),
                    LogTail.lastLines(process.log(), EVIDENCE_LINES));
        }
        boolean ready = HealthProbe.isReady(process.instance().managementPort());
        if (ready) {
            recorder.serviceReady(process);
        }
        return ready;
    }

    /** Starts a service again that died; one that dies before it was ready is given up. */
    void restart(ServiceProcess dead) {
        if (!recorder.wasReady(dead)) {
            throw death(dead);
        }
        ServiceProcess again = start(dead.instance());
        CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> {
            while (again.isAlive() && !isReady(again)) {
                again.endsWithin(POLL);
            }
        });
    }

    /** What to tell about a service that ended by itself. */
    static StackFailure death(ServiceProcess process) {
        return new StackFailure(
                process.instance().name() + " ended with exit code " + process.exitCode() + "; the end of "
                        + process.log(),
                LogTail.lastLines(process.log(), EVIDENCE_LINES));
    }

    private static void keepOlderLog(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StackFailure("cannot write in " + log.getParent() + ": " + e.getMessage(), e);
        }
    }

    /** Asks all of them to stop, then waits for each. */
    @Override
    public void close() {
        closing = true;
        processes.values().forEach(ServiceProcess::requestStop);
        processes.values().forEach(ServiceProcess::awaitStopped);
    }
}
