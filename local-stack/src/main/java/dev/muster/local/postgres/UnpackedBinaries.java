package dev.muster.local.postgres;

import dev.muster.local.FileTree;
import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs that the embedded PostgreSQL library unpacks; it takes files that a crash cut short for good. */
final class UnpackedBinaries {

    /** The library's mark of a finished unpacking. */
    private static final String FINISHED = ".exists";

    private UnpackedBinaries() {}

    /** Deletes what was unpacked only in part, so that it is unpacked anew. */
    static void discardIncomplete(Path binaries) {
        try {
            Files.createDirectories(binaries);
            for (Path unpacked : children(binaries)) {
                if (Files.isDirectory(unpacked) && !Files.exists(unpacked.resolve(FINISHED))) {
                    FileTree.delete(unpacked);
                }
            }
        } catch (IOException e) {
            throw new StackFailure("cannot look into " + binaries + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList();
        }
    }
}
