package dev.muster.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs one benchmark against the deployment that {@code BASE_URL} names. */
@Command(
        name = "./muster bench",
        mixinStandardHelpOptions = true,
        subcommands = {RevocationBenchmark.class, RollingRestart.class, ImportBenchmark.class, ListBenchmark.class},
        description = "Measures a deployment; without a name, everything is measured.")
public class Main implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        new RevocationBenchmark().call();
        new ListBenchmark().call();
        return new ImportBenchmark().call();
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
