package dev.muster.local.stack;

import static org.awaitility.Awaitility.await;

import dev.muster.local.Home;
import dev.muster.local.service.Service;
import dev.muster.local.service.ServiceLauncher;
import dev.muster.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A stack that a test runs in a thread of its own, with stubs for services and a real PostgreSQL. */
final class RunningStack implements AutoCloseable {

    private final StackDirectory directory;
    private final Stack stack;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final CompletableFuture<Void> end;
    private volatile PortPlan ports;

    private RunningStack(Path path, StackOptions options, ServiceLauncher launcher) {
        directory = new StackDirectory(Home.path(), path);
        Terminal terminal = new Terminal(new PrintStream(output, true, StandardCharsets.UTF_8), false, false);
        stack = new Stack(directory, options, launcher, service -> "", terminal);
        end = CompletableFuture.runAsync(() -> stack.run(ready -> ports = ready));
    }

    static StackOptions onFreePorts() {
        return new StackOptions(0, false, Map.of(), false);
    }

    static StackOptions onFreePorts(Map<Service, Integer> replicas, boolean restartServices) {
        return new StackOptions(0, false, replicas, restartServices);
    }

    static StackOptions fresh() {
        return new StackOptions(0, true, Map.of(), false);
    }

    /** Begins to start; does not wait. */
    static RunningStack begin(Path path, StackOptions options, ServiceLauncher launcher) {
        return new RunningStack(path, options, launcher);
    }

    /** Waits until everything is ready, or fails with the reason why it is not. */
    RunningStack awaitReady() {
        await().atMost(Duration.ofSeconds(60)).until(() -> end.isDone() || isReady());
        if (end.isDone()) {
            end.join();
        }
        return this;
    }

    boolean isReady() {
        return state().phase() == StackState.Phase.READY;
    }

    StackState state() {
        return new StateFile(directory.state())
                .read()
                .orElse(new StackState(StackState.Phase.STARTING, null, null, 0, 0, null, null, List.of()));
    }

    StackState.Entry process(String name) {
        return state().processes().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    PortPlan ports() {
        return ports;
    }

    StackDirectory directory() {
        return directory;
    }

    String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    CompletableFuture<Void> end() {
        return end;
    }

    @Override
    public void close() {
        stack.stop();
    }
}
