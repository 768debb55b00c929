package dev.muster.session.support;

import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.postgres.Statements;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Reads the session event feed over HTTP as another service does. */
public final class FeedReader implements AutoCloseable {

    private final List<JsonObject> signals = new CopyOnWriteArrayList<>();
    private final InputStream stream;

    private FeedReader(InputStream stream) {
        this.stream = stream;
        Thread thread = new Thread(this::read, "feed-reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** The cursor of a reader who has heard everything until now. */
    public static String cursorOfNow() {
        return Statements.run("select pg_current_snapshot()::text")
                .iterator()
                .next()
                .getString(0);
    }

    /** Reads from a cursor on, or from now on when it is null. */
    public static FeedReader from(String cursor) {
        String query = cursor == null ? "" : "?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/internal/session-events" + query))
                .header("Authorization", "Bearer " + ServiceCaller.token("session-service", claims -> {}))
                .build();
        try {
            return new FeedReader(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (stream) {
            StringBuilder line = new StringBuilder();
            for (int c = stream.read(); c >= 0; c = stream.read()) {
                if (c != '\n') {
                    line.append((char) c);
                    continue;
                }
                if (line.indexOf("data:") == 0) {
                    signals.add(new JsonObject(line.substring("data:".length())));
                }
                line.setLength(0);
            }
        } catch (IOException e) {
            // the test closed it
            signals.add(new JsonObject().put("kind", "END"));
        }
    }

    /** All that was heard so far, in order. */
    public List<JsonObject> signals() {
        return List.copyOf(signals);
    }

    /** Whether a signal of this kind was heard about the session that the token opens. */
    public boolean heard(String kind, String token) {
        String session = Person.sessionOf(token);
        return any(signal -> kind.equals(signal.getString("kind")) && session.equals(signal.getString("sessionId")));
    }

    /** Whether a signal of this kind was heard. */
    public boolean heard(String kind) {
        return any(signal -> kind.equals(signal.getString("kind")));
    }

    private boolean any(Predicate<JsonObject> condition) {
        return signals.stream().anyMatch(condition);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
