package dev.muster.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long a part of a company's list of users takes, in a small company, which is the baseline, and in a large one: its
 * first part, its thousandth, and a search. The parts take turns, so that whatever else the machine does hits all alike.
 */
@Command(
        name = "lists",
        mixinStandardHelpOptions = true,
        description = "Milliseconds for a part of a list, in a small and in a large company.")
class ListBenchmark implements Callable<Integer> {

    private static final String SMALL_ADMIN = "admin@bluesky.example";
    private static final String LARGE_ADMIN = "admin@acme.example";
    private static final int LIMIT = 100;
    private static final int LATE_PART = 1000;
    private static final Duration PAUSE = Duration.ofMillis(250);

    @Option(
            names = "--users",
            defaultValue = "1000000",
            description = "In the large company (default: ${DEFAULT-VALUE}).")
    private int users = 1_000_000;

    @Option(names = "--baseline", defaultValue = "1000", description = "In the small one (default: ${DEFAULT-VALUE}).")
    private int baseline = 1_000;

    @Option(names = "--samples", defaultValue = "500", description = "Of each part (default: ${DEFAULT-VALUE}).")
    private int samples = 500;

    private final Target target = new Target();
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    /** A part that is measured: whose list, and where in it. */
    private record Part(String token, String path) {}

    @Override
    public Integer call() throws Exception {
        String small = target.signIn(SMALL_ADMIN);
        String large = target.signIn(LARGE_ADMIN);
        fill(small, baseline);
        fill(large, users);
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("first, " + baseline + " users", new Part(small, "/users?limit=" + LIMIT));
        parts.put("first, " + users + " users", new Part(large, "/users?limit=" + LIMIT));
        parts.put("thousandth, " + users + " users", new Part(large, thousandth(large)));
        parts.put("search, " + baseline + " users", new Part(small, search()));
        parts.put("search, " + users + " users", new Part(large, search()));
        print(measure(parts));
        return 0;
    }

    private void fill(String token, int count) throws IOException, InterruptedException {
        Path file = Files.createTempFile("muster-lists", ".csv");
        try {
            write(file, count);
            JsonNode job = target.post(
                    "/import/users?mail=false", token, "text/csv; charset=UTF-8", BodyPublishers.ofFile(file));
            String path = "/import/users/" + job.path("id").asText();
            while (List.of("queued", "running").contains(job.path("state").asText())) {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
                job = target.get(path, token);
            }
            if (job.path("rows_created").asInt() != count) {
                throw new IOException("The users were not made: " + job);
            }
        } finally {
            Files.delete(file);
        }
    }

    private void write(Path file, int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("email,name\n");
            for (int row = 0; row < count; row++) {
                out.write("u" + row + "-" + unique + "-" + count + "@rows.example,User " + row + "\n");
            }
        }
    }

    /** Everybody in either company is found by it. */
    private static String search() {
        return "/users?limit=" + LIMIT + "&search=user";
    }

    /** Follows the list as a client does, by the last id of each part. */
    private String thousandth(String token) throws IOException, InterruptedException {
        String path = "/users?limit=" + LIMIT;
        for (int part = 1; part < LATE_PART; part++) {
            JsonNode shown = target.get(path, token);
            if (shown.size() < LIMIT) {
                throw new IOException("The list has " + part + " parts only");
            }
            path = "/users?limit=" + LIMIT + "&after="
                    + shown.get(LIMIT - 1).path("id").asText();
        }
        return path;
    }

    private Map<String, List<Duration>> measure(Map<String, Part> parts) throws IOException, InterruptedException {
        Map<String, List<Duration>> times = new LinkedHashMap<>();
        parts.keySet().forEach(name -> times.put(name, new ArrayList<>()));
        for (int i = -samples / 5; i < samples; i++) {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                long start = System.nanoTime();
                JsonNode shown =
                        target.get(part.getValue().path(), part.getValue().token());
                Duration taken = Duration.ofNanos(System.nanoTime() - start);
                if (shown.size() != LIMIT) {
                    throw new IOException("A part shows " + shown.size() + " users: "
                            + part.getValue().path());
                }
                if (i >= 0) {
                    times.get(part.getKey()).add(taken);
                }
            }
        }
        return times;
    }

    private void print(Map<String, List<Duration>> times) {
        System.out.printf("Milliseconds for a part of %d users, %d of each in turn%n", LIMIT, samples);
        System.out.printf("%-34s %8s %8s %8s%n", "part", "p50", "p99", "ratio");
        Percentiles base = null;
        for (Map.Entry<String, List<Duration>> part : times.entrySet()) {
            Percentiles percentiles = Percentiles.of(part.getValue());
            boolean isBase = part.getKey().endsWith(", " + baseline + " users");
            base = isBase ? percentiles : base;
            double ratio = (double) percentiles.at(0.5).toNanos() / base.at(0.5).toNanos();
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %8s %8s %8.2f%n",
                    part.getKey(),
                    percentiles.millis(0.5),
                    percentiles.millis(0.99),
                    ratio);
        }
    }
}
