package dev.muster.local.stack;

import dev.muster.local.FileTree;
import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where a stack keeps everything that it writes.
 *
 * @param home the repository
 * @param path the stack's own directory, {@code .muster} by default
 */
public record StackDirectory(Path home, Path path) {

    private static final long MEBIBYTE = 1024 * 1024;

    /** Binaries, four new databases and the write-ahead log take about 250 MiB. */
    static final long NEEDED_FOR_NEW = 400 * MEBIBYTE;

    static final long NEEDED_TO_RUN = 64 * MEBIBYTE;

    /** Makes the directory, readable by its owner only, and sees to it that it can be written. */
    public void create() {
        try {
            createPrivately(path);
            createPrivately(binaries());
            Files.createDirectories(logs());
            Files.createDirectories(mails().getParent());
            Files.delete(Files.createTempFile(path, "write", ".check"));
        } catch (AccessDeniedException e) {
            throw new StackFailure("cannot write in " + path + ": permission denied", e);
        } catch (FileSystemException e) {
            throw new StackFailure("cannot write in " + path + ": " + e.getReason(), e);
        } catch (IOException e) {
            throw new StackFailure("cannot write in " + path + ": " + e.getMessage(), e);
        }
    }

    private static void createPrivately(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    /** Fails when the disk has too little room for what is going to be written. */
    public void requireSpace() {
        long needed = Files.isDirectory(postgres()) ? NEEDED_TO_RUN : NEEDED_FOR_NEW;
        requireSpace(path, needed);
    }

    static void requireSpace(Path place, long needed) {
        try {
            long free = Files.getFileStore(place).getUsableSpace();
            if (free < needed) {
                throw new StackFailure("the disk is full: " + place + " has " + free / MEBIBYTE + " MiB left, "
                        + needed / MEBIBYTE + " MiB are needed");
            }
        } catch (IOException e) {
            throw new StackFailure("cannot look at the disk of " + place + ": " + e.getMessage(), e);
        }
    }

    /** Forgets people, mails and secrets; logs stay. */
    public void empty() {
        try {
            FileTree.delete(postgres());
            Files.deleteIfExists(mails());
            Files.deleteIfExists(secrets());
        } catch (IOException e) {
            throw new StackFailure("cannot empty " + path + ": " + e.getMessage(), e);
        }
    }

    /** PostgreSQL's programs, unpacked once for all stacks of this repository. */
    public Path binaries() {
        return home.resolve(".muster").resolve("postgres-binaries");
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    public Path mails() {
        return path.resolve("mail").resolve("mails.jsonl");
    }

    public Path secrets() {
        return path.resolve("secrets.properties");
    }

    public Path state() {
        return path.resolve("stack.json");
    }

    public Path lock() {
        return path.resolve("stack.lock");
    }
}
