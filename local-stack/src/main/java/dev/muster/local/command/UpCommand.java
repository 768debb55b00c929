package dev.muster.local.command;

import dev.muster.local.demo.DemoSource;
import dev.muster.local.service.Service;
import dev.muster.local.service.ServiceLauncher;
import dev.muster.local.stack.Stack;
import dev.muster.local.stack.StackDirectory;
import dev.muster.local.stack.StackOptions;
import dev.muster.local.terminal.Terminal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./muster up}. */
@Command(
        name = "up",
        description = "Starts PostgreSQL, the four services, the mail catcher and the gateway.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @ParentCommand
    private Muster muster;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "the gateway's port; the others follow it (default: 8080; 0: free ports)")
    private int port;

    @Option(names = "--fresh", description = "forget the data, mails and secrets of earlier runs")
    private boolean fresh;

    @Option(names = "--detach", description = "return when everything is ready, and leave it running")
    private boolean detach;

    @Option(names = "--native", description = "run the native executables that ./muster native builds")
    private boolean nativeExecutables;

    @Option(
            names = "--replicas",
            hidden = true,
            split = ",",
            paramLabel = "service=n",
            description = "how many processes of a service")
    private Map<String, Integer> replicas = Map.of();

    @Option(names = "--optimize", hidden = true, description = "compile for a long run, as benchmarks need it")
    private boolean optimize;

    @Option(names = "--restart-services", hidden = true, description = "start a service again when it dies")
    private boolean restartServices;

    @Override
    public Integer call() {
        StackDirectory directory = muster.stackDirectory();
        if (detach) {
            return new DetachedStart(directory, spec.commandLine().getOut())
                    .run(spec.commandLine().getParent().getParseResult().originalArgs());
        }
        StackOptions options = new StackOptions(port, fresh, replicaCounts(), restartServices);
        Terminal terminal = Terminal.standard();
        Stack stack = new Stack(directory, options, launcher(directory.home()), DemoSource.packaged(), terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop"));
        SupervisorLog.writeTo(directory);
        stack.run(ports -> new Announcement(ports, directory, terminal).print());
        return CommandLine.ExitCode.OK;
    }

    private ServiceLauncher launcher(Path home) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return nativeExecutables ? ServiceLauncher.nativeExecutables(home) : ServiceLauncher.jvm(home, java, optimize);
    }

    private Map<Service, Integer> replicaCounts() {
        Map<Service, Integer> counts = new EnumMap<>(Service.class);
        replicas.forEach((name, count) -> counts.put(
                Service.named(name)
                        .orElseThrow(() -> new CommandLine.ParameterException(
                                spec.commandLine(), "--replicas: there is no service '" + name + "'")),
                count));
        return counts;
    }
}
