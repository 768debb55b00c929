package dev.muster.local.stack;

import dev.muster.local.service.ServiceProcess;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the state file in step with what runs. */
final class StateRecorder {

    private final StateFile file;
    private final PortPlan ports;
    private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final long startedNanos = System.nanoTime();
    private final Map<String, StackState.Entry> entries = new LinkedHashMap<>();
    private StackState.Phase phase = StackState.Phase.STARTING;
    private Long readyAfterMillis;

    StateRecorder(StateFile file, PortPlan ports) {
        this.file = file;
        this.ports = ports;
        put(entry(StackState.SUPERVISOR, ProcessIdentity.current(), ports.gateway()));
    }

    synchronized void postgresStarted(ProcessHandle process) {
        put(entry(StackState.POSTGRES, ProcessIdentity.of(process), ports.postgres()));
    }

    synchronized void serviceStarted(ServiceProcess process) {
        put(entry(process, null));
    }

    synchronized void serviceReady(ServiceProcess process) {
        put(entry(process, process.ageMillis()));
    }

    /** Whether the process, the latest of its name, became ready before. */
    synchronized boolean wasReady(ServiceProcess process) {
        StackState.Entry entry = entries.get(process.instance().name());
        return entry.pid() == process.identity().pid() && entry.readyAfterMillis() != null;
    }

    synchronized void ready() {
        phase = StackState.Phase.READY;
        readyAfterMillis = (System.nanoTime() - startedNanos) / 1_000_000;
        write();
    }

    synchronized void stopping() {
        phase = StackState.Phase.STOPPING;
        write();
    }

    synchronized void stopped() {
        file.delete();
    }

    private static StackState.Entry entry(String name, ProcessIdentity identity, int port) {
        return new StackState.Entry(name, null, 1, identity.pid(), identity.mark(), port, null, null);
    }

    private static StackState.Entry entry(ServiceProcess process, Long readyAfterMillis) {
        return new StackState.Entry(
                process.instance().name(),
                process.instance().service().module(),
                process.instance().replica(),
                process.identity().pid(),
                process.identity().mark(),
                process.instance().port(),
                process.instance().managementPort(),
                readyAfterMillis);
    }

    private void put(StackState.Entry entry) {
        entries.put(entry.name(), entry);
        write();
    }

    private void write() {
        file.write(new StackState(
                phase,
                ports.baseUrl(),
                ports.mailUrl(),
                ports.smtp(),
                ports.postgres(),
                startedAt.toString(),
                readyAfterMillis,
                List.copyOf(entries.values())));
    }
}
