package dev.muster.local.importing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that imports as the directory API says it: at once, or as a job whose messages the test has written. */
public final class ImportStub implements AutoCloseable {

    public static final String TOKEN = "a-token";
    public static final String PASSWORD = "right-password";
    public static final String JOB = "job-7";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Deque<String> streams = new ArrayDeque<>();
    private int uploadStatus = 202;
    private String uploadAnswer = "";
    private volatile String job = "";

    public ImportStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** A job as JSON. */
    public static String json(String state, long read, long created, long failed, String report) {
        return """
                {"id":"%s","state":"%s","mode":"partial","dry_run":false,"rows_read":%d,"rows_created":%d,\
                "rows_skipped":0,"rows_failed":%d,"rows_per_second":1500.0,"report":%s}""".formatted(JOB, state, read, created, failed, report);
    }

    /** Uploads are answered in this way. */
    public ImportStub uploads(int status, String answer) {
        uploadStatus = status;
        uploadAnswer = answer;
        return this;
    }

    /** The next connection to the events gets these messages; after the last one the job is as given. */
    public ImportStub stream(String messages, String jobAfter) {
        streams.add(messages + "\u0000" + jobAfter);
        return this;
    }

    /** The job as it is before the first message. */
    public ImportStub job(String begun) {
        job = begun;
        return this;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every request: method, target, token, idempotency key, and the body of an upload. */
    public List<String> requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + body);
        if (path.equals("/login")) {
            boolean right = body.contains(PASSWORD);
            answer(exchange, right ? 200 : 401, right ? "{\"token\":\"" + TOKEN + "\"}" : problem("Incorrect"));
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, problem("No token"));
        } else if (path.equals("/import/users")) {
            exchange.getResponseHeaders().add("Location", "/import/users/" + JOB);
            answer(exchange, uploadStatus, uploadAnswer);
        } else if (path.equals("/import/users/" + JOB + "/events")) {
            stream(exchange);
        } else {
            answer(exchange, path.equals("/import/users/" + JOB) ? 200 : 404, job);
        }
    }

    private synchronized void stream(HttpExchange exchange) throws IOException {
        String[] next =
                streams.isEmpty() ? new String[] {"", job} : streams.remove().split("\u0000", -1);
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(next[0].getBytes(StandardCharsets.UTF_8));
        job = next[1];
        exchange.close();
    }

    private static String problem(String detail) {
        return "{\"status\":401,\"detail\":\"" + detail + "\"}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
