package dev.muster.local.postgres;

import dev.muster.local.FileTree;
import dev.muster.local.StackFailure;
import dev.muster.local.service.LogTail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A real PostgreSQL on 127.0.0.1 whose data outlives it: every acknowledged write is on disk. */
public final class PostgresServer implements AutoCloseable {

    /** Recovery after a crash replays at most the write-ahead log since the last checkpoint. */
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private static final Pattern COMPLAINT = Pattern.compile("(FATAL|error): .*");
    private static final String INITIALIZED = "muster.initialized";

    private final EmbeddedPostgres server;
    private final ProcessHandle process;

    private PostgresServer(EmbeddedPostgres server, ProcessHandle process) {
        this.server = server;
        this.process = process;
    }

    /** Starts the server, with a new and empty data directory when there is none. */
    public static PostgresServer start(PostgresSettings settings) {
        Path dataDirectory = settings.dataDirectory();
        UnpackedBinaries.discardIncomplete(settings.binaries());
        System.setProperty("ot.epg.working-dir", settings.binaries().toString());
        OrphanedPostgres.stop(dataDirectory);
        Path passwordFile = settings.log().resolveSibling(".initdb-password");
        try {
            discardUnfinished(dataDirectory);
            writePrivately(passwordFile, settings.superuserPassword());
            EmbeddedPostgres server = ImpatientStart.of(builder(settings, passwordFile), settings.log());
            markInitialized(dataDirectory);
            return new PostgresServer(
                    server, OrphanedPostgres.find(dataDirectory).orElseThrow());
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            OrphanedPostgres.stop(dataDirectory);
            throw new StackFailure("PostgreSQL did not start: " + reason(settings.log(), e), e);
        } finally {
            deleteQuietly(passwordFile);
        }
    }

    private static EmbeddedPostgres.Builder builder(PostgresSettings settings, Path passwordFile) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(settings.dataDirectory())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(settings.port())
                .setPGStartupWait(START_TIMEOUT)
                .setConnectConfig("password", settings.superuserPassword())
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
        // initdb takes the last of several answers, so these replace the library's trust
        builder.setLocaleConfig("auth-host", "scram-sha-256");
        builder.setLocaleConfig("auth-local", "scram-sha-256");
        builder.setLocaleConfig("pwfile", passwordFile.toString());
        builder.setLocaleConfig("locale-provider", "builtin");
        builder.setLocaleConfig("builtin-locale", "C.UTF-8");
        builder.setLocaleConfig("locale", "C");
        // the library starts the server with -F for throw-away data; these bring durability back
        builder.setServerConfig("fsync", "on");
        builder.setServerConfig("full_page_writes", "on");
        builder.setServerConfig("synchronous_commit", "on");
        builder.setServerConfig("listen_addresses", "127.0.0.1");
        builder.setServerConfig("unix_socket_directories", "");
        builder.setServerConfig("max_connections", "200");
        builder.setServerConfig("password_encryption", "scram-sha-256");
        builder.setServerConfig("timezone", "UTC");
        builder.setServerConfig("log_timezone", "UTC");
        return builder;
    }

    /** Without the mark of a first start that succeeded there is no data to lose, only a broken-off initdb. */
    private static void discardUnfinished(Path dataDirectory) throws IOException {
        if (!Files.exists(dataDirectory.resolve(INITIALIZED))) {
            FileTree.delete(dataDirectory);
        }
    }

    private static void markInitialized(Path dataDirectory) throws IOException {
        Path mark = dataDirectory.resolve(INITIALIZED);
        if (!Files.exists(mark)) {
            Files.createFile(mark);
        }
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + "\n");
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackFailure("cannot delete " + file + ": " + e.getMessage(), e);
        }
    }

    private static String reason(Path log, Throwable failure) {
        return LogTail.lastLines(log, 40).stream()
                        .map(COMPLAINT::matcher)
                        .filter(Matcher::find)
                        .map(Matcher::group)
                        .reduce((earlier, later) -> later)
                        .orElseGet(() -> String.valueOf(failure.getMessage()))
                + " (see " + log + ")";
    }

    /** A connection as the superuser to the maintenance database. */
    public DataSource superuser() {
        return server.getPostgresDatabase();
    }

    /** A connection as the superuser to any database. */
    public DataSource superuserOf(String database) {
        return server.getDatabase("postgres", database);
    }

    public int port() {
        return server.getPort();
    }

    /** The server's main process. */
    public ProcessHandle process() {
        return process;
    }

    /** Ends the sessions, writes a checkpoint and stops; returns when the process is gone. */
    @Override
    public void close() throws IOException {
        server.close();
        OrphanedPostgres.awaitEnd(process);
    }
}
