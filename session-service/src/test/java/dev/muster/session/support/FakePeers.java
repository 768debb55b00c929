package dev.muster.session.support;

import dev.muster.kit.access.Member;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** identity-service and org-service as far as session-service asks them, over real HTTP. */
public final class FakePeers {

    /** The one right password of everybody. */
    public static final String PASSWORD = "fly-safe-every-day";

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Long> users = new ConcurrentHashMap<>();
    private final Map<Long, Member> members = new ConcurrentHashMap<>();
    private volatile boolean away;
    private volatile int throttledForSeconds;
    private HttpServer server;

    void start() {
        server = await(vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
    }

    void stop() {
        await(vertx.close());
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** A person who signs in with {@link #PASSWORD}; without a membership when it is null. */
    public void person(String email, long userId, Member member) {
        users.put(email, userId);
        if (member == null) {
            members.remove(userId);
        } else {
            members.put(userId, member);
        }
    }

    /** Every call fails until {@link #comeBack()}. */
    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
        throttledForSeconds = 0;
    }

    /** Every verification is refused as one too many. */
    public void throttle(int seconds) {
        throttledForSeconds = seconds;
    }

    private void answer(HttpServerRequest request) {
        if (away) {
            request.connection().close();
        } else if (request.path().equals("/internal/credentials/verify")) {
            request.body().onSuccess(body -> verify(request, body.toJsonObject()));
        } else {
            member(request);
        }
    }

    private void verify(HttpServerRequest request, JsonObject body) {
        request.response().putHeader("Content-Type", "application/json");
        if (throttledForSeconds > 0) {
            request.response()
                    .setStatusCode(429)
                    .putHeader("Retry-After", Integer.toString(throttledForSeconds))
                    .end("{}");
            return;
        }
        Long userId = users.get(body.getString("email"));
        boolean accepted = userId != null && PASSWORD.equals(body.getString("password"));
        request.response().end((accepted ? accepted(userId, body) : new JsonObject().put("accepted", false)).encode());
    }

    private static JsonObject accepted(long userId, JsonObject body) {
        return new JsonObject()
                .put("accepted", true)
                .put("userId", userId)
                .put("email", body.getString("email"))
                .put("confirmed", true)
                .put("active", true)
                .put("api", true)
                .put("networkRating", 1)
                .put("pilotRating", 0)
                .put("twoFactor", "OFF");
    }

    private void member(HttpServerRequest request) {
        long userId = Long.parseLong(request.path().substring(request.path().lastIndexOf('/') + 1));
        Member member = members.get(userId);
        request.response().putHeader("Content-Type", "application/json");
        if (member == null) {
            request.response().setStatusCode(404).end("{}");
        } else {
            request.response().end(json(member).encode());
        }
    }

    private static JsonObject json(Member member) {
        return new JsonObject()
                .put("orgId", member.orgId().value())
                .put("version", member.version())
                .put("groupId", member.groupId())
                .put("permissions", new JsonArray(member.permissions().stream().toList()))
                .put("owner", member.owner())
                .put("pilot", member.pilot())
                .put("billing", member.billing())
                .put("employeeId", member.employeeId())
                .put("baseId", member.baseId())
                .put("supervisorId", member.supervisorId());
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
