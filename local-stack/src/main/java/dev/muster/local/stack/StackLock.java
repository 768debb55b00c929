package dev.muster.local.stack;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Lets one stack run in a directory; the system itself releases it when the process dies. */
final class StackLock {

    private StackLock() {}

    /** Does the work while holding the lock; fails when another stack holds it. */
    static void holding(StackDirectory directory, Runnable work) {
        try (FileChannel channel =
                FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!tryLock(channel)) {
                throw new StackFailure(alreadyRunning(directory));
            }
            work.run();
        } catch (IOException e) {
            throw new StackFailure("cannot lock " + directory.lock() + ": " + e.getMessage(), e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String alreadyRunning(StackDirectory directory) {
        String address = new StateFile(directory.state())
                .read()
                .map(StackState::baseUrl)
                .map(url -> " at " + url)
                .orElse("");
        return "already running" + address + "; ./muster down stops it";
    }
}
