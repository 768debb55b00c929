package dev.muster.local.command;

import dev.muster.local.stack.Leftovers;
import dev.muster.local.stack.ProcessIdentity;
import dev.muster.local.stack.StackDirectory;
import dev.muster.local.stack.StackState;
import dev.muster.local.stack.StateFile;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./muster down}. */
@Command(name = "down", description = "Stops the stack, detached or not.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    /** The supervisor gives each service 15 s and PostgreSQL 20 s. */
    private static final long PATIENCE_SECONDS = 60;

    @ParentCommand
    private Muster muster;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StackDirectory directory = muster.stackDirectory();
        Optional<StackState> state = new StateFile(directory.state()).read();
        if (state.isEmpty()) {
            spec.commandLine().getOut().println("Nothing is running.");
            return CommandLine.ExitCode.OK;
        }
        state.flatMap(StackState::supervisor).map(StackState.Entry::identity).ifPresent(DownCommand::stop);
        Leftovers.clean(directory);
        spec.commandLine().getOut().println("Stopped.");
        return CommandLine.ExitCode.OK;
    }

    private static void stop(ProcessIdentity supervisor) {
        supervisor.stop(PATIENCE_SECONDS);
    }
}
