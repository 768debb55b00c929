package dev.muster.local.command;

import dev.muster.local.stack.StackStatus;
import java.time.Duration;
import java.util.Locale;

/** The status as a table for a terminal. */
final class StatusTable {

    private static final String ROW = "%-26s %8s %6s  %-9s %8s %9s %9s%n";
    private static final long KIBIBYTES_PER_MEBIBYTE = 1024;

    private StatusTable() {}

    static String of(StackStatus status) {
        if (status.processes().isEmpty()) {
            return "Nothing is running. ./muster up starts everything.\n";
        }
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, ROW, "process", "pid", "port", "state", "memory", "start", "up for"));
        for (StackStatus.Row process : status.processes()) {
            table.append(row(process));
        }
        table.append(status.ready() ? "Ready at " + status.baseUrl() : "Not ready: " + status.phase());
        if (status.readyAfterMillis() != null) {
            table.append(", ").append(seconds(status.readyAfterMillis())).append(" after ./muster up");
        }
        return table.append(". Mail at ").append(status.mailUrl()).append(".\n").toString();
    }

    private static String row(StackStatus.Row process) {
        return String.format(
                Locale.ROOT,
                ROW,
                process.name(),
                process.pid(),
                process.port(),
                process.state(),
                process.memoryKib() / KIBIBYTES_PER_MEBIBYTE + " MiB",
                process.readyAfterMillis() == null ? "" : seconds(process.readyAfterMillis()),
                uptime(process.uptimeSeconds()));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    private static String uptime(long seconds) {
        Duration up = Duration.ofSeconds(seconds);
        return up.toHours() > 0
                ? up.toHours() + "h " + up.toMinutesPart() + "m"
                : up.toMinutesPart() + "m " + up.toSecondsPart() + "s";
    }
}
