package dev.muster.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a process holds, in KiB; 0 where the system does not tell. */
final class ProcessMemory {

    private ProcessMemory() {}

    /** The resident memory of the process alone, all that it shares included. */
    static long ofProcess(ProcessHandle process) {
        Path status = proc(process, "status");
        return Files.isReadable(status) ? field(status, "VmRSS:") : askPs(process);
    }

    /** The resident memory of the process and all below it, what they share counted once. */
    static long ofTree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(ProcessMemory::proportion)
                .sum();
    }

    /** A page shared by n processes counts as a page divided by n for each. */
    private static long proportion(ProcessHandle process) {
        Path rollup = proc(process, "smaps_rollup");
        return Files.isReadable(rollup) ? field(rollup, "Pss:") : ofProcess(process);
    }

    private static Path proc(ProcessHandle process, String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }

    private static long field(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long askPs(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return answer.isEmpty() ? 0 : Long.parseLong(answer);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
