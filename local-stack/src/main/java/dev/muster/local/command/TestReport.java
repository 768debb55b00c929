package dev.muster.local.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how many tests each module ran; {@code ./muster test} ends with it. */
@Command(name = "test-report", hidden = true, description = "Counts the tests of each module.")
final class TestReport implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<module>", description = "the modules, in the order to report them")
    private List<String> modules = List.of();

    @Override
    public Integer call() {
        TestCount total = TestCount.NONE;
        for (String module : modules) {
            TestCount count = TestCount.ofModule(Muster.home().resolve(module));
            total = total.plus(count);
            print(module, count);
        }
        print("all modules", total);
        PrintWriter out = spec.commandLine().getOut();
        total.flaky().forEach(test -> out.printf("  flaky, failed once and passed when tried again: %s%n", test));
        out.printf(Locale.ROOT, "%d passed, %d failed%n", total.passed(), total.failed());
        return total.failed() > 0 || total.passed() == 0 ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private void print(String module, TestCount count) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "  %-26s %6d passed %4d failed %4d skipped%n",
                module,
                count.passed(),
                count.failed(),
                count.skipped());
    }
}
