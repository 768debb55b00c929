package dev.muster.identity;

import dev.muster.testkit.http.FakeHttpService;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks what identity-service asks of its peers over real HTTP; tests take it away and look at what it was asked. */
public final class FakePeers extends FakeHttpService {

    /** A country and a zone that reference data has, and one id that it has not. */
    public static final int SPAIN = 195;

    public static final int MADRID = 85;
    public static final int NOWHERE = 9999;

    private final Map<Long, Map<Long, String>> groups = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** A request that arrived: its path with the query, and its body. */
    public record Asked(String uri, String body) {}

    /** The organization's group has this name from now on. */
    public void nameGroup(long orgId, long groupId, String name) {
        groups.computeIfAbsent(orgId, id -> new ConcurrentHashMap<>()).put(groupId, name);
    }

    /** What was asked at paths that start like this, oldest first. */
    public List<Asked> asked(String uriStart) {
        return asked.stream().filter(one -> one.uri().startsWith(uriStart)).toList();
    }

    @Override
    protected void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            asked.add(new Asked(request.uri(), body.toString()));
            answerAsked(request);
        });
    }

    private void answerAsked(HttpServerRequest request) {
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
}
