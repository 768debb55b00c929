package dev.muster.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.bench.Replicas.Replica;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How fast a file of new users is taken in, by how much identity-service grows meanwhile, and what killing it costs. The
 * baseline is the dry run of the same file: reading and checking without writing.
 */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Rows a second and memory of an import, and how it goes on after SIGKILL.")
class ImportBenchmark implements Callable<Integer> {

    private static final String SERVICE = "identity-service";
    private static final int WARM_UP_ROWS = 10_000;
    private static final Duration PAUSE = Duration.ofMillis(250);

    @Option(names = "--rows", defaultValue = "1000000", description = "Rows of the file (default: ${DEFAULT-VALUE}).")
    private int rows = 1_000_000;

    @Option(names = "--mail", description = "Send every new user their activation mail.")
    private boolean mail;

    @Option(
            names = "--kill",
            description = "Kill the service with SIGKILL when it is half done; the stack restarts it.")
    private boolean kill;

    @Option(names = "--no-dry-run", description = "Leave the baseline out.")
    private boolean noDryRun;

    private final Target target = new Target();
    private Replicas stack;

    /** A finished import. */
    private record Run(JsonNode job, Duration upload, Duration work, long before, long most, Duration lost) {

        long rate(int rows) {
            return rows * 1000L / Math.max(1, work.toMillis());
        }
    }

    @Override
    public Integer call() throws Exception {
        String state = System.getenv("MUSTER_STACK_JSON");
        if (state == null) {
            System.err.println("import needs a stack of ./muster, whose processes it measures and kills");
            return 2;
        }
        stack = new Replicas(Path.of(state));
        String token = target.signIn("admin@carpool.example");
        run(token, WARM_UP_ROWS, "mail=false", false);
        if (!noDryRun) {
            print("dry run", run(token, rows, "dry_run", false), rows);
        }
        print(mail ? "import with mails" : "import", run(token, rows, "mail=" + mail, kill), rows);
        return 0;
    }

    private Run run(String token, int count, String query, boolean killed) throws IOException, InterruptedException {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        Path file = write(unique, count);
        try {
            long before = memory();
            long start = System.nanoTime();
            JsonNode accepted = target.post(
                    "/import/users?" + query, token, "text/csv; charset=UTF-8", BodyPublishers.ofFile(file));
            long uploaded = System.nanoTime();
            Watch watch =
                    new Watch(token, "/import/users/" + accepted.path("id").asText(), count);
            watch.untilEnd(killed);
            long ended = System.nanoTime();
            JsonNode job = target.get(watch.path, token);
            require(job, count);
            if (!query.contains("dry_run")) {
                requireEachOnce(token, unique, count);
            }
            return new Run(
                    job,
                    Duration.ofNanos(uploaded - start),
                    Duration.ofNanos(ended - uploaded),
                    before,
                    Math.max(before, watch.most),
                    watch.lost);
        } finally {
            Files.delete(file);
        }
    }

    private static Path write(String unique, int count) throws IOException {
        Path file = Files.createTempFile("muster-import", ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("email,name,employee_id\n");
            for (int row = 0; row < count; row++) {
                out.write(row + "-" + unique + "@rows.example,Row " + row + ",E" + row + "\n");
            }
        }
        return file;
    }

    private static void require(JsonNode job, int count) throws IOException {
        if (!job.path("state").asText().equals("done")
                || job.path("rows_created").asInt() != count) {
            throw new IOException("The import ended otherwise: " + job);
        }
    }

    /** Reads the export and finds every row of the file in it once. */
    private void requireEachOnce(String token, String unique, int count) throws IOException, InterruptedException {
        BitSet seen = new BitSet(count);
        try (InputStream export = target.open("/export/users", token);
                BufferedReader lines = new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int mark = line.indexOf("-" + unique + "@");
                if (mark > 0) {
                    int row = Integer.parseInt(line.substring(line.lastIndexOf(',', mark) + 1, mark));
                    if (seen.get(row)) {
                        throw new IOException("Row " + row + " is there twice");
                    }
                    seen.set(row);
                }
            }
        }
        if (seen.cardinality() != count) {
            throw new IOException("Of " + count + " rows " + seen.cardinality() + " are there");
        }
    }

    private List<Replica> replicas() {
        return stack.all().stream()
                .filter(replica -> replica.service().equals(SERVICE))
                .toList();
    }

    /** The resident memory of the service's largest replica, in bytes; 0 while it is dead. */
    private long memory() throws IOException {
        long most = 0;
        for (Replica replica : replicas()) {
            Path status = Path.of("/proc", Long.toString(replica.pid()), "status");
            most = Math.max(most, Files.exists(status) ? residentBytes(Files.readString(status)) : 0);
        }
        return most;
    }

    private static long residentBytes(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .sum();
    }

    private void print(String name, Run run, int count) {
        System.out.printf(
                Locale.ROOT,
                "%-18s %,9d rows: upload %5.1f s, work %6.1f s, %,7d rows/s; %s %d MiB before, %d MiB at most, +%d MiB%n",
                name,
                count,
                run.upload().toMillis() / 1e3,
                run.work().toMillis() / 1e3,
                run.rate(count),
                SERVICE,
                run.before() >> 20,
                run.most() >> 20,
                (run.most() - run.before()) >> 20);
        if (!run.lost().isZero()) {
            System.out.printf(
                    Locale.ROOT,
                    "  killed half way: %.1f s from SIGKILL to the next committed batch; every row is there once%n",
                    run.lost().toMillis() / 1e3);
        }
    }

    /** Looks at a running import and at the memory of the service that works on it. */
    private final class Watch {

        private final String token;
        private final String path;
        private final int count;
        private long most;
        private long killedAt;
        private long readWhenKilled;
        private Duration lost = Duration.ZERO;

        Watch(String token, String path, int count) {
            this.token = token;
            this.path = path;
            this.count = count;
        }

        void untilEnd(boolean kill) throws IOException, InterruptedException {
            JsonNode job = target.tryGet(path, token);
            while (!isEnded(job)) {
                most = Math.max(most, memory());
                long read = job.path("rows_read").asLong();
                if (kill && killedAt == 0 && read >= count / 2) {
                    readWhenKilled = read;
                    killedAt = System.nanoTime();
                    replicas().forEach(replica -> stack.kill(replica));
                } else if (killedAt != 0 && lost.isZero() && read > readWhenKilled) {
                    lost = Duration.ofNanos(System.nanoTime() - killedAt);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
                job = target.tryGet(path, token);
            }
        }

        private boolean isEnded(JsonNode job) {
            String state = job.path("state").asText("running");
            return !state.equals("running") && !state.equals("queued");
        }
    }
}
