package dev.muster.local.postgres;

import dev.muster.local.StackFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts the embedded server, and gives up as soon as pg_ctl does; the library itself would go on waiting. */
final class ImpatientStart {

    private static final String GAVE_UP = "pg_ctl: could not start server";
    private static final long POLL_MILLIS = 50;

    private ImpatientStart() {}

    static EmbeddedPostgres of(EmbeddedPostgres.Builder builder, Path log) throws IOException {
        long before = Files.exists(log) ? Files.size(log) : 0;
        CompletableFuture<EmbeddedPostgres> started = new CompletableFuture<>();
        Thread starter = new Thread(() -> start(builder, started), "postgresql-start");
        starter.setDaemon(true);
        starter.start();
        try {
            return await(started, log, before);
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        } finally {
            starter.interrupt();
        }
    }

    private static void start(EmbeddedPostgres.Builder builder, CompletableFuture<EmbeddedPostgres> started) {
        try {
            started.complete(builder.start());
        } catch (IOException | RuntimeException | Error e) {
            started.completeExceptionally(e);
        }
    }

    private static EmbeddedPostgres await(CompletableFuture<EmbeddedPostgres> started, Path log, long before)
            throws IOException, InterruptedException {
        while (true) {
            try {
                return started.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (gaveUp(log, before)) {
                    throw new IOException(GAVE_UP, e);
                }
            } catch (ExecutionException e) {
                throw new IOException(e.getCause().getMessage(), e.getCause());
            }
        }
    }

    private static boolean gaveUp(Path log, long before) throws IOException {
        if (!Files.exists(log) || Files.size(log) <= before) {
            return false;
        }
        try (var reader = Files.newBufferedReader(log)) {
            return reader.skip(before) >= 0 && reader.lines().anyMatch(GAVE_UP::equals);
        }
    }
}
