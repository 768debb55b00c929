package dev.muster.local.command;

import dev.muster.local.StackFailure;
import dev.muster.local.demo.DemoAccounts;
import dev.muster.local.importing.Followed;
import dev.muster.local.importing.ImportJob;
import dev.muster.local.importing.ImportServer;
import dev.muster.local.importing.ProgressBar;
import dev.muster.local.importing.RejectedRows;
import dev.muster.local.stack.StackState;
import dev.muster.local.stack.StateFile;
import dev.muster.local.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./muster import}. */
@Command(
        name = "import",
        description = "Imports people from a CSV file into the caller's organization. Exit code 0: every row was taken;"
                + " 1: rows were rejected; 2: anything else.",
        exitCodeOnExecutionException = 2,
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final int ROWS_REJECTED = 1;
    private static final String DEMO_ADMINISTRATOR = "admin@acme.example";

    @ParentCommand
    private Muster muster;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "<file.csv>", description = "UTF-8, with a header row")
    private Path file;

    @Option(names = "--url", paramLabel = "<address>", description = "the deployment (default: the running stack)")
    private URI url;

    @Option(names = "--user", paramLabel = "<email>", description = "who signs in (default: the demo administrator)")
    private String user;

    @Option(
            names = "--password",
            arity = "0..1",
            interactive = true,
            description = "their password; asked for when none is given")
    private String password;

    @Option(names = "--token", description = "a token instead of a sign-in")
    private String token;

    @Option(names = "--dry-run", description = "check everything, write nothing")
    private boolean dryRun;

    @Option(names = "--no-mail", description = "send nobody an activation mail; an administrator resends it later")
    private boolean noMail;

    @Option(names = "--mode", description = "partial keeps the good rows (default), atomic keeps all or none")
    private Mode mode;

    @Option(names = "--idempotency-key", paramLabel = "<key>", description = "the same key never imports a row twice")
    private String idempotencyKey;

    @Option(names = "--follow", paramLabel = "<id>", description = "follow an import that goes on, instead of a file")
    private String followed;

    @Option(
            names = "--report",
            paramLabel = "<file>",
            description = "where to write the rejected rows (default: stderr)")
    private Path report;

    private enum Mode {
        PARTIAL,
        ATOMIC
    }

    @Override
    public Integer call() {
        if ((file == null) == (followed == null)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Give a file, or an import to --follow");
        }
        if (report != null) {
            RejectedRows.requireWritable(report);
        }
        ImportServer server = signedIn();
        Terminal terminal = Terminal.standard();
        ProgressBar bar = new ProgressBar(terminal, file == null ? 0 : rowsOf(file));
        ImportJob begun = file == null ? server.job(followed) : server.upload(order());
        ImportJob job = begun.isOver() ? begun : follow(server, begun.id(), bar, terminal);
        bar.clear();
        spec.commandLine().getOut().println(job.summary());
        return verdict(job);
    }

    private ImportServer.Order order() {
        String name = mode == null ? null : mode.name().toLowerCase(Locale.ROOT);
        return new ImportServer.Order(file, dryRun, !noMail, name, idempotencyKey);
    }

    /** Ctrl-C leaves the import to the server. */
    private ImportJob follow(ImportServer server, String id, ProgressBar bar, Terminal terminal) {
        Thread hint =
                new Thread(() -> terminal.line("\nThe import goes on. To follow it: ./muster import --follow " + id));
        Runtime.getRuntime().addShutdownHook(hint);
        ImportJob job = new Followed(server, id).toItsEnd(bar::show);
        Runtime.getRuntime().removeShutdownHook(hint);
        return job;
    }

    private int verdict(ImportJob job) {
        if (!job.report().isEmpty()) {
            RejectedRows rows = new RejectedRows(job.report());
            if (report == null) {
                spec.commandLine().getErr().print(rows.csv());
                spec.commandLine().getErr().flush();
            } else {
                rows.write(report);
            }
        }
        if (job.isBroken()) {
            throw new StackFailure(
                    "the import " + job.id() + (job.isCancelled() ? " was cancelled" : " failed at the server"));
        }
        return job.rowsFailed() > 0 ? ROWS_REJECTED : CommandLine.ExitCode.OK;
    }

    private ImportServer signedIn() {
        ImportServer server = new ImportServer(url == null ? runningStack() : givenAddress());
        if (token != null) {
            return server.with(token);
        }
        if (user == null && url != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--url needs --user or --token");
        }
        if (user == null) {
            return server.signIn(DEMO_ADMINISTRATOR, DemoAccounts.PASSWORD);
        }
        if (password == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--user needs --password");
        }
        return server.signIn(user, password);
    }

    private URI givenAddress() {
        boolean usable = url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        if (!usable) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--url needs an address as https://muster.example, not " + url);
        }
        return url;
    }

    private URI runningStack() {
        return new StateFile(muster.stackDirectory().state())
                .read()
                .filter(StackState::runs)
                .map(StackState::baseUrl)
                .map(URI::create)
                .orElseThrow(() -> new StackFailure("no stack is running; start one with ./muster up, or give --url"));
    }

    /** About as many rows as lines below the header; a quoted line break counts as a row too many. */
    private static long rowsOf(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return Math.max(0, lines.filter(line -> !line.isBlank()).count() - 1);
        } catch (UncheckedIOException e) {
            throw StackFailure.ofFile("read", file, e.getCause());
        } catch (IOException e) {
            throw StackFailure.ofFile("read", file, e);
        }
    }
}
