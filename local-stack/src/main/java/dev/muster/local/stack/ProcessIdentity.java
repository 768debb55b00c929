package dev.muster.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A process beyond doubt: its pid together with when it started, so that a pid that the system gave to another process
 * later is never taken for it.
 *
 * @param mark the start, on Linux in ticks since a named boot (no clock change moves it), elsewhere as a time
 */
public record ProcessIdentity(long pid, String mark) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int START_TICKS_FIELD = 22;

    /** The identity of a process that lives now. */
    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), markOf(process));
    }

    /** The identity of this very program. */
    public static ProcessIdentity current() {
        return of(ProcessHandle.current());
    }

    /** The process, while it lives. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> !mark.isEmpty() && mark.equals(markOf(process)));
    }

    public boolean isAlive() {
        return find().isPresent();
    }

    /** Asks the process to end, waits, and ends it by force after the given time; does nothing when it is gone. */
    public void stop(long patienceSeconds) {
        find().ifPresent(process -> {
            process.destroy();
            if (!ProcessEnd.await(process, Duration.ofSeconds(patienceSeconds))) {
                process.destroyForcibly();
                ProcessEnd.await(process, Duration.ofSeconds(patienceSeconds));
            }
        });
    }

    private static String markOf(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Files.readString(BOOT_ID).strip() + "/" + afterName[START_TICKS_FIELD - 3];
        } catch (IOException e) {
            return process.info().startInstant().map(Object::toString).orElse("");
        }
    }
}
