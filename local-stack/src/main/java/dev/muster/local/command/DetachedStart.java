package dev.muster.local.command;

import dev.muster.local.StackFailure;
import dev.muster.local.service.JvmOptions;
import dev.muster.local.stack.StackDirectory;
import dev.muster.local.stack.StackState;
import dev.muster.local.stack.StateFile;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Runs {@code up} in a process that outlives this one, and shows its output until everything is ready. */
final class DetachedStart {

    private static final long POLL_MILLIS = 50;

    private final StackDirectory directory;
    private final PrintWriter out;
    private long shown;

    DetachedStart(StackDirectory directory, PrintWriter out) {
        this.directory = directory;
        this.out = out;
    }

    /** The exit code: 0 once everything is ready, the other process's when it ends before. */
    int run(List<String> arguments) {
        directory.create();
        Path log = directory.log("up");
        try {
            Files.deleteIfExists(log);
            Process process = start(arguments, log);
            Thread stopWithUs = new Thread(process::destroy, "stop");
            Runtime.getRuntime().addShutdownHook(stopWithUs);
            boolean ready = follow(process, log);
            if (ready) {
                Runtime.getRuntime().removeShutdownHook(stopWithUs);
                return CommandLine.ExitCode.OK;
            }
            return process.exitValue() == 0 ? CommandLine.ExitCode.SOFTWARE : process.exitValue();
        } catch (IOException e) {
            throw new StackFailure("cannot start in the background: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        }
    }

    private static Process start(List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(isOnPath("setsid") ? "setsid" : "nohup");
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmOptions.of("256m", arguments.contains("--optimize")));
        command.add("-XX:MaxDirectMemorySize=64m");
        command.add("-Dmuster.home=" + Muster.home());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Muster.class.getName()));
        arguments.stream().filter(argument -> !argument.equals("--detach")).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static boolean isOnPath(String program) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private boolean follow(Process process, Path log) throws IOException, InterruptedException {
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            boolean ready = isReady(process.pid());
            show(log);
            if (ready) {
                return true;
            }
        }
        show(log);
        return false;
    }

    private boolean isReady(long pid) {
        return new StateFile(directory.state())
                .read()
                .filter(state -> state.phase() == StackState.Phase.READY)
                .flatMap(StackState::supervisor)
                .filter(supervisor -> supervisor.pid() == pid)
                .isPresent();
    }

    private void show(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] fresh = new byte[(int) (file.length() - shown)];
            file.seek(shown);
            file.readFully(fresh);
            shown += fresh.length;
            out.print(new String(fresh, StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
