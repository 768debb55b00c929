package dev.muster.org;

import dev.muster.testkit.http.FakeHttpService;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks the internal protocol of reference-data-service: the groups of an organization and what they grant. */
public final class FakeReferenceData extends FakeHttpService {

    private static final Map<Long, List<String>> BUILT_IN = Map.of(
            100L, List.of("admin", "bookings.read", "members.read", "members.write"),
            105L, List.of("admin", "bookings.read", "members.read", "members.write"),
            110L, List.of(),
            120L, List.of(),
            170L, List.of("bookings.read", "members.read"));

    private final Map<String, Map<Long, List<String>>> ownGroups = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger confirmed = new AtomicInteger();

    /** Gives the organization a group of its own. */
    public void addGroup(long orgId, long groupId, String... permissions) {
        ownGroups
                .computeIfAbsent(Long.toString(orgId), id -> new ConcurrentHashMap<>())
                .put(groupId, List.of(permissions));
    }

    /** How many answers carried groups. */
    public int sent() {
        return sent.get();
    }

    /** How many answers said that nothing has changed. */
    public int confirmed() {
        return confirmed.get();
    }

    @Override
    protected void answer(HttpServerRequest request) {
        String groups = groupsOf(request.getParam("org")).encode();
        String entityTag = "\"" + Integer.toHexString(groups.hashCode()) + "\"";
        request.response().putHeader("ETag", entityTag).putHeader("Content-Type", "application/json");
        if (entityTag.equals(request.getHeader("If-None-Match"))) {
            confirmed.incrementAndGet();
            request.response().setStatusCode(304).end();
        } else {
            sent.incrementAndGet();
            request.response().end(groups);
        }
    }

    private JsonArray groupsOf(String orgId) {
        JsonArray groups = new JsonArray();
        BUILT_IN.forEach((id, permissions) -> groups.add(group(id, permissions)));
        ownGroups.getOrDefault(orgId, Map.of()).forEach((id, permissions) -> groups.add(group(id, permissions)));
        return groups;
    }

    private static JsonObject group(long id, List<String> permissions) {
        return new JsonObject()
                .put("id", id)
                .put("name", "Group " + id)
                .put("staff", false)
                .put("permissions", new JsonArray(permissions));
    }
}
