package dev.muster.local.command;

import dev.muster.local.StackFailure;
import dev.muster.local.stack.StackDirectory;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Runs Muster on this machine; {@code ./muster} is the way to call it. */
@Command(
        name = "./muster",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            MailCommand.class,
            ImportCommand.class,
            TestReport.class
        },
        mixinStandardHelpOptions = true)
public final class Muster {

    @Option(
            names = "--dir",
            defaultValue = ".muster",
            scope = ScopeType.INHERIT,
            paramLabel = "<directory>",
            description = "where data, logs and secrets are kept (default: .muster)")
    private Path directory;

    /** Ends the program with the command's exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Muster())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    }

    private static int report(Exception failure, CommandLine command) throws Exception {
        if (!(failure instanceof StackFailure known)) {
            throw failure;
        }
        command.getErr().println("muster: " + known.getMessage());
        known.evidence().forEach(line -> command.getErr().println("  " + line));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** The repository that the script belongs to. */
    static Path home() {
        return Path.of(System.getProperty("muster.home", ".")).toAbsolutePath().normalize();
    }

    StackDirectory stackDirectory() {
        Path home = home();
        return new StackDirectory(home, home.resolve(directory).normalize());
    }
}
