package dev.muster.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a process holds. */
final class ProcessMemory {

    /** What the parts of a process's resident memory come to, in KiB. */
    private record Parts(long own, long shared) {

        Parts with(Parts child) {
            return new Parts(own + child.own, Math.max(shared, child.shared));
        }
    }

    private ProcessMemory() {}

    /** The resident memory of the process and all below it, memory shared between them counted once, in KiB; 0 if unknown. */
    static long ofTree(ProcessHandle process) {
        Parts parts = Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessMemory::partsOf)
                .reduce(new Parts(0, 0), Parts::with);
        return parts.own() + parts.shared();
    }

    /** The resident memory of the process alone, in KiB; 0 if unknown. */
    static long ofProcess(ProcessHandle process) {
        Parts parts = partsOf(process);
        return parts.own() + parts.shared();
    }

    private static Parts partsOf(ProcessHandle process) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
            return new Parts(field(status, "RssAnon:") + field(status, "RssFile:"), field(status, "RssShmem:"));
        } catch (IOException e) {
            return new Parts(askPs(process), 0);
        }
    }

    private static long field(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
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
