package dev.muster.local.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.local.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The import of the directory API, as one signed-in caller sees it. */
public final class ImportServer {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String DATA = "data:";
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI baseUrl;
    private String token;

    public ImportServer(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** How the rows are to be taken; null parts are left to the server. */
    public record Order(Path file, boolean dryRun, boolean mail, String mode, String idempotencyKey) {}

    /** Goes on with a token that the caller has. */
    public ImportServer with(String known) {
        token = known;
        return this;
    }

    /** Signs in; fails when the server does not take the password. */
    public ImportServer signIn(String email, String password) {
        HttpRequest request = HttpRequest.newBuilder(baseUrl.resolve("/login"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.valueToTree(Map.of("email", email, "password", password))
                        .toString()))
                .build();
        HttpResponse<InputStream> answer = send(request);
        if (answer.statusCode() != OK) {
            throw new StackFailure("cannot sign in as " + email + ": " + problem(answer));
        }
        return with(read(answer, JsonNode.class).path("token").asText());
    }

    /** Sends the file as it is read, and gives the job, which may be over already. */
    public ImportJob upload(Order order) {
        try {
            HttpRequest.Builder request = authorized(address(order))
                    .header("Content-Type", "text/csv; charset=utf-8")
                    .POST(BodyPublishers.ofFile(order.file()));
            if (order.idempotencyKey() != null) {
                request.header("Idempotency-Key", order.idempotencyKey());
            }
            HttpResponse<InputStream> answer = send(request.build());
            return switch (answer.statusCode()) {
                case OK -> read(answer, ImportJob.class);
                case ACCEPTED -> at(answer);
                default -> throw new StackFailure("the server refuses the file: " + problem(answer));
            };
        } catch (IOException e) {
            throw StackFailure.ofFile("read", order.file(), e);
        }
    }

    private URI address(Order order) {
        StringBuilder query = new StringBuilder();
        if (order.dryRun()) {
            query.append("&dry_run=true");
        }
        if (!order.mail()) {
            query.append("&mail=false");
        }
        if (order.mode() != null) {
            query.append("&mode=").append(order.mode());
        }
        return baseUrl.resolve("/import/users" + (query.isEmpty() ? "" : "?" + query.substring(1)));
    }

    private ImportJob at(HttpResponse<InputStream> answer) {
        close(answer);
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new StackFailure("the server accepted the file and did not say where to ask"));
        return get(answer.uri().resolve(location));
    }

    /** The job as it is now, with the report of what was rejected so far. */
    public ImportJob job(String id) {
        return get(baseUrl.resolve("/import/users/" + id));
    }

    private ImportJob get(URI address) {
        HttpResponse<InputStream> answer = send(authorized(address)
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .build());
        if (answer.statusCode() != OK) {
            throw new StackFailure("the import cannot be asked for: " + problem(answer));
        }
        return read(answer, ImportJob.class);
    }

    /** Hears the job's progress until it is over or the connection is lost. */
    public void events(String id, Consumer<ImportJob> listener) throws IOException {
        HttpRequest request = authorized(baseUrl.resolve("/import/users/" + id + "/events"))
                .header("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
            try (Stream<String> lines = answer.body()) {
                if (answer.statusCode() == OK) {
                    hear(lines.iterator(), listener);
                }
            }
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void hear(Iterator<String> lines, Consumer<ImportJob> listener) {
        boolean over = false;
        while (!over && lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(DATA)) {
                ImportJob job = parse(line.substring(DATA.length()));
                listener.accept(job);
                over = job.isOver();
            }
        }
    }

    private ImportJob parse(String data) {
        try {
            return json.readValue(data, ImportJob.class);
        } catch (IOException e) {
            throw new StackFailure("the server's message cannot be read: " + data, e);
        }
    }

    private HttpRequest.Builder authorized(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new StackFailure(baseUrl + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        }
    }

    private <T> T read(HttpResponse<InputStream> answer, Class<T> type) {
        try (InputStream body = answer.body()) {
            return json.readValue(body, type);
        } catch (IOException e) {
            throw new StackFailure("the server's answer cannot be read: " + e.getMessage(), e);
        }
    }

    /** The problem's own words and what is wrong with which field, or the status where there are none. */
    private String problem(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            JsonNode problem = json.readTree(body);
            StringJoiner words = new StringJoiner(" ").add(Integer.toString(answer.statusCode()));
            if (problem.hasNonNull("detail")) {
                words.add(problem.get("detail").asText());
            }
            problem.path("errors").forEach(error -> words.add(words(error)));
            return words.toString();
        } catch (IOException e) {
            return Integer.toString(answer.statusCode());
        }
    }

    private static String words(JsonNode error) {
        return "[" + error.path("pointer").asText() + ": "
                + error.path("detail").asText() + "]";
    }

    private static void close(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new StackFailure("the connection broke: " + e.getMessage(), e);
        }
    }
}
