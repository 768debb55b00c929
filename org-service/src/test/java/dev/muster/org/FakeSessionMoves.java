package dev.muster.org;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Member;
import dev.muster.kit.id.SessionId;
import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.http.FakeHttpService;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Moves sessions as session-service does: once per generation, heard by every reader of the feed. What else
 * session-service is asked goes on to the test-kit's fake.
 */
public final class FakeSessionMoves extends FakeHttpService {

    /** What org-service said of somebody's open sessions in an organization; no member means that none may stay. */
    public record Push(String method, String path, Member member) {}

    private record Answer(int status, String body) {}

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final HttpClient client = vertx().createHttpClient();
    private final Map<String, LiveSession> moved = new ConcurrentHashMap<>();
    private final List<Push> pushes = new CopyOnWriteArrayList<>();
    private final List<JsonObject> requests = new CopyOnWriteArrayList<>();
    private final AtomicReference<Answer> nextAnswer = new AtomicReference<>();
    private volatile boolean refusesPushes;
    private volatile boolean holdsMoves;
    private final AtomicReference<Runnable> beforeNextMove = new AtomicReference<>(() -> {});

    /** The next move is answered like this, and nothing moves. */
    public void answerNextMove(int status, String body) {
        nextAnswer.set(new Answer(status, body));
    }

    /** Moves are taken and never answered from now on, or no more. */
    public void holdMoves(boolean hold) {
        holdsMoves = hold;
    }

    /** Pushes fail from now on, or no more. */
    public void refusePushes(boolean refuse) {
        refusesPushes = refuse;
    }

    /** Runs between org-service's check and the next move. */
    public void beforeNextMove(Runnable event) {
        beforeNextMove.set(event);
    }

    /** The bodies of all moves that were asked for the session. */
    public List<JsonObject> movesOf(SessionId sessionId) {
        return requests.stream()
                .filter(body -> sessionId.value().equals(body.getString("sessionId")))
                .map(body -> body.getJsonObject("body"))
                .toList();
    }

    /** All that was pushed about the person's memberships. */
    public List<Push> pushesOf(long userId) {
        return pushes.stream()
                .filter(push -> push.path().contains("/users/" + userId + "/"))
                .toList();
    }

    /** The last that was pushed about the person's memberships: one that was slow may have been pushed twice. */
    public Push lastPushOf(long userId) {
        List<Push> all = pushesOf(userId);
        return all.get(all.size() - 1);
    }

    @Override
    protected void answer(HttpServerRequest request) {
        if (request.path().endsWith("/switch")) {
            request.body().onSuccess(body -> move(request, body));
        } else if (request.path().contains("/members/")) {
            request.body().onSuccess(body -> push(request, body));
        } else {
            forward(request);
        }
    }

    private void push(HttpServerRequest request, Buffer body) {
        if (refusesPushes) {
            respond(request, 503, "{}");
            return;
        }
        Member member = body.length() == 0 ? null : read(body, Member.class);
        pushes.add(new Push(request.method().name(), request.uri(), member));
        request.response().setStatusCode(204).end();
    }

    private void move(HttpServerRequest request, Buffer body) {
        String[] path = request.path().split("/", -1);
        requests.add(new JsonObject().put("sessionId", path[5]).put("body", body.toJsonObject()));
        if (holdsMoves) {
            return;
        }
        Answer answer = nextAnswer.getAndSet(null);
        if (answer != null) {
            respond(request, answer.status(), answer.body());
            return;
        }
        vertx().executeBlocking(() -> {
                    beforeNextMove.getAndSet(() -> {}).run();
                    return null;
                })
                .compose(done -> present(request, path[3], path[5]))
                .onSuccess(session -> move(request, session, body.toJsonObject()));
    }

    private Future<LiveSession> present(HttpServerRequest move, String userId, String sessionId) {
        LiveSession known = moved.get(sessionId);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        return client.request(onward(move, "/internal/users/" + userId + "/sessions/" + sessionId))
                .compose(request -> request.send())
                .compose(answer -> answer.statusCode() == 404
                        ? Future.succeededFuture()
                        : answer.body().map(found -> read(found, LiveSession.class)));
    }

    private void move(HttpServerRequest request, LiveSession found, JsonObject body) {
        LiveSession present =
                found == null ? null : moved.getOrDefault(found.id().value(), found);
        if (present == null || present.generation() != body.getInteger("generation")) {
            respond(request, 404, "{\"code\":\"SESSION_NOT_FOUND\"}");
            return;
        }
        if (body.getBoolean("secondFactorRequired") && !present.secondFactor()) {
            respond(request, 403, "{\"code\":\"SECOND_FACTOR_REQUIRED\"}");
            return;
        }
        LiveSession next = new LiveSession(
                present.id(),
                present.userId(),
                present.version() + 1,
                present.generation() + 1,
                present.api(),
                present.secondFactor(),
                present.networkRating(),
                present.pilotRating(),
                present.expires(),
                read(body.getJsonObject("member").toBuffer(), Member.class));
        moved.put(next.id().value(), next);
        SessionServiceTestResource.sessions().change(next);
        String token = SessionServiceTestResource.tokens().tokenOf(next);
        respond(
                request,
                200,
                new JsonObject().put("token", token).put("addedLater", 1).encode());
    }

    private void forward(HttpServerRequest request) {
        request.body()
                .compose(body -> client.request(onward(request, request.uri()).setMethod(request.method()))
                        .compose(onward -> onward.send(body)))
                .compose(answer ->
                        answer.body().onSuccess(body -> respond(request, answer.statusCode(), body.toString())))
                .onFailure(failure -> request.connection().close());
    }

    /** A call of the test-kit's fake with the token of the call that came here. */
    private static RequestOptions onward(HttpServerRequest request, String uri) {
        return new RequestOptions()
                .setAbsoluteURI(SessionServiceTestResource.sessions().url() + uri)
                .putHeader("Authorization", request.getHeader("Authorization"));
    }

    private static void respond(HttpServerRequest request, int status, String body) {
        String type = status < 400 ? "application/json" : "application/problem+json";
        request.response().setStatusCode(status).putHeader("Content-Type", type).end(body);
    }

    private <T> T read(Buffer body, Class<T> type) {
        try {
            return json.readValue(body.getBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
