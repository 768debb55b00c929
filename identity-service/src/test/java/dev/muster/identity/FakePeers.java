package dev.muster.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks what identity-service asks of its peers over real HTTP; tests take it away and look at what it was asked. */
public final class FakePeers {

    /** A country and a zone that reference data has, and one id that it has not. */
    public static final int SPAIN = 195;

    public static final int MADRID = 85;
    public static final int NOWHERE = 9999;

    private final Vertx vertx = Vertx.vertx();
    private final Map<Long, Map<Long, String>> groups = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile boolean silent;
    private HttpServer server;

    /** A request that arrived: its path with the query, and its body. */
    public record Asked(String uri, String body) {}

    void start() {
        server = await(vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
    }

    void stop() {
        await(vertx.close());
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** The organization's group has this name from now on. */
    public void nameGroup(long orgId, long groupId, String name) {
        groups.computeIfAbsent(orgId, id -> new ConcurrentHashMap<>()).put(groupId, name);
    }

    /** Every call fails until {@link #comeBack()}. */
    public void goAway() {
        away = true;
    }

    /** Every call is taken and never answered until {@link #comeBack()}. */
    public void fallSilent() {
        silent = true;
    }

    public void comeBack() {
        away = false;
        silent = false;
    }

    /** What was asked at paths that start like this, oldest first. */
    public List<Asked> asked(String uriStart) {
        return asked.stream().filter(one -> one.uri().startsWith(uriStart)).toList();
    }

    private void answer(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        if (away) {
            request.connection().close();
        } else if (silent) {
            request.pause();
        } else if (authorization == null || !authorization.startsWith("Bearer ")) {
            request.response().setStatusCode(401).end();
        } else {
            request.body().onSuccess(body -> {
                asked.add(new Asked(request.uri(), body.toString()));
                answerAuthorized(request);
            });
        }
    }

    private void answerAuthorized(HttpServerRequest request) {
        switch (request.path()) {
            case "/internal/groups" -> json(request, groupsOf(Long.parseLong(request.getParam("org"))));
            case "/internal/reference/countries" ->
                json(request, new JsonArray().add(country(SPAIN, "ES")).add(country(1, "AF")));
            case "/internal/reference/timezones" ->
                json(request, new JsonArray().add(MADRID).add(1));
            default -> answerSessions(request);
        }
    }

    private void answerSessions(HttpServerRequest request) {
        if (request.path().endsWith("/sessions/close") || request.path().endsWith("/standing") || isErasure(request)) {
            request.response().setStatusCode(204).end();
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private static boolean isErasure(HttpServerRequest request) {
        return HttpMethod.DELETE.equals(request.method()) && request.path().matches("/internal/users/[0-9]+");
    }

    private JsonArray groupsOf(long orgId) {
        JsonArray all = new JsonArray();
        all.add(group(100, "Administrator", "admin", "members.read", "members.write"))
                .add(group(110, "Pilot"));
        groups.getOrDefault(orgId, Map.of()).forEach((id, name) -> all.add(group(id, name)));
        return all;
    }

    private static JsonObject group(long id, String name, String... permissions) {
        return new JsonObject()
                .put("id", id)
                .put("name", name)
                .put("staff", false)
                .put("permissions", new JsonArray(List.of(permissions)));
    }

    private static JsonObject country(int id, String alpha2) {
        return new JsonObject().put("id", id).put("alpha2", alpha2);
    }

    private static void json(HttpServerRequest request, JsonArray body) {
        request.response().putHeader("Content-Type", "application/json").end(body.encode());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
