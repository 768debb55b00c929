package dev.muster.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.local.stack.StackState;
import dev.muster.local.stack.StackStatus;
import dev.muster.local.stack.StateFile;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./muster status}. */
@Command(
        name = "status",
        description = "Shows every process of the stack; exit code 0 only when all are ready.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    private Muster muster;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "print the same as JSON")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        Optional<StackState> state =
                new StateFile(muster.stackDirectory().state()).read().filter(StackState::runs);
        StackStatus status = state.map(StackStatus::of).orElseGet(StackStatus::notRunning);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(status));
        } else {
            out.print(StatusTable.of(status));
            out.flush();
        }
        return status.ready() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
