package dev.muster.identity;

import dev.muster.testkit.http.FakeHttpService;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Speaks org-service's internal API over real HTTP and remembers members as org-service does; tests look at what it was
 * asked, take it away, and make it refuse.
 */
public final class FakeOrganizations extends FakeHttpService {

    /** An organization that has a name here: Acme Flight School. */
    public static final int ACME = 42;

    private static final Pattern MEMBERS = Pattern.compile("/internal/organizations/(\\d+)/members");
    private static final Pattern ACTIVATE = Pattern.compile("/internal/organizations/(\\d+)/members/(\\d+)/activate");
    private static final Pattern MEMBER = Pattern.compile("/internal/organizations/(\\d+)/members/(\\d+)");
    private static final Pattern OWN = Pattern.compile("/internal/users/(\\d+)/default-organization");
    private static final Pattern DEFAULT = Pattern.compile("/internal/users/(\\d+)/default-account");
    private static final Pattern ALL_OF = Pattern.compile("/internal/users/(\\d+)/memberships");
    private static final Pattern BOOKINGS = Pattern.compile("/internal/organizations/(\\d+)/users/(\\d+)/bookings");
    private static final Pattern ORGANIZATION = Pattern.compile("/internal/organizations/(\\d+)");

    private final Map<String, JsonObject> members = new ConcurrentHashMap<>();
    private final Map<Long, Long> ownOrganizations = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> refusals = new ConcurrentHashMap<>();
    private final Map<String, JsonArray> bookings = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<Long, String> starts = new ConcurrentHashMap<>();

    /** A request that arrived. */
    public record Asked(String method, String uri, JsonObject body) {}

    /** The person's sign-in starts in an organization of this name from now on. */
    public void startIn(long userId, String organizationName) {
        ownOrganizations.put(userId, 1_000_000 + userId);
        starts.put(userId, organizationName);
    }

    /** The person has an organization of their own, whose id is returned. */
    public long foundFor(long userId) {
        ownOrganizations.putIfAbsent(userId, 1_000_000 + userId);
        return ownOrganizations.get(userId);
    }

    /** The member has this booking from now on, which every window shows. */
    public void book(long orgId, long userId, String externalId, String start, String end) {
        bookings.computeIfAbsent(
                        "/internal/organizations/" + orgId + "/users/" + userId + "/bookings", path -> new JsonArray())
                .add(new JsonObject()
                        .put("id", 7)
                        .put("externalId", externalId)
                        .put("start", start)
                        .put("end", end)
                        .putNull("title"));
    }

    /** Calls of this method and path are answered with the problem until {@link #allow}. */
    public void refuse(String method, String path, int status, String code, String detail) {
        refusals.put(
                method + " " + path,
                new JsonObject().put("status", status).put("code", code).put("detail", detail));
    }

    public void allow(String method, String path) {
        refusals.remove(method + " " + path);
    }

    /** The member as it is remembered, null when there is none. */
    public JsonObject member(long orgId, long userId) {
        return members.get(orgId + ":" + userId);
    }

    /** Org-service has this member. */
    void remember(JsonObject member) {
        members.put(member.getLong("orgId") + ":" + member.getLong("userId"), member);
    }

    /** The organization that was founded for the person, null when there is none. */
    public Long ownOrganization(long userId) {
        return ownOrganizations.get(userId);
    }

    /** What was asked at paths that start like this, oldest first. */
    public List<Asked> asked(String method, String uriStart) {
        return asked.stream()
                .filter(one -> one.method().equals(method) && one.uri().startsWith(uriStart))
                .toList();
    }

    @Override
    protected void answer(HttpServerRequest request) {
        request.body().onSuccess(bytes -> {
            JsonObject body = bytes.length() == 0 ? new JsonObject() : bytes.toJsonObject();
            asked.add(new Asked(request.method().name(), request.uri(), body));
            answer(request, body);
        });
    }

    private void answer(HttpServerRequest request, JsonObject body) {
        String call = request.method() + " " + request.path();
        JsonObject refusal = refusals.get(call);
        if (refusal != null) {
            problem(request, refusal.getInteger("status"), refusal.getString("code"), refusal.getString("detail"));
            return;
        }
        switch (request.method().name()) {
            case "POST" -> post(request, body);
            case "PUT" -> put(request, body);
            case "DELETE" -> delete(request);
            default -> get(request);
        }
    }

    private void post(HttpServerRequest request, JsonObject body) {
        Matcher activate = ACTIVATE.matcher(request.path());
        Matcher takeIn = MEMBERS.matcher(request.path());
        if (takeIn.matches()) {
            JsonArray all = body.getJsonArray("members");
            IntStream.range(0, all.size())
                    .mapToObj(all::getJsonObject)
                    .forEach(member -> members.putIfAbsent(
                            takeIn.group(1) + ":" + member.getLong("userId"),
                            member.copy()
                                    .put("version", 0)
                                    .put("orgId", Long.parseLong(takeIn.group(1)))
                                    .put("owner", false)));
            noContent(request);
        } else if (activate.matches() && members.containsKey(key(activate))) {
            members.get(key(activate)).put("status", "active");
            noContent(request);
        } else {
            problem(request, 404, "USER_NOT_FOUND", "There is no such user");
        }
    }

    private void put(HttpServerRequest request, JsonObject body) {
        Matcher own = OWN.matcher(request.path());
        Matcher change = MEMBER.matcher(request.path());
        if (own.matches()) {
            long userId = Long.parseLong(own.group(1));
            foundFor(userId);
            json(request, defaultAccount(userId));
        } else if (change.matches() && members.containsKey(key(change))) {
            JsonObject member = members.get(key(change));
            body.stream()
                    .filter(field -> !field.getKey().equals("actor"))
                    .forEach(field -> member.put(field.getKey(), field.getValue()));
            member.put("version", member.getLong("version") + 1);
            json(request, member);
        } else {
            problem(request, 404, "USER_NOT_FOUND", "There is no such user");
        }
    }

    private void delete(HttpServerRequest request) {
        Matcher all = ALL_OF.matcher(request.path());
        Matcher one = MEMBER.matcher(request.path());
        if (all.matches()) {
            members.keySet().removeIf(key -> key.endsWith(":" + all.group(1)));
            noContent(request);
        } else if (one.matches() && members.containsKey(key(one))) {
            members.get(key(one)).put("status", "inactive");
            noContent(request);
        } else {
            problem(request, 404, "USER_NOT_FOUND", "There is no such user");
        }
    }

    private void get(HttpServerRequest request) {
        Matcher account = DEFAULT.matcher(request.path());
        Matcher organization = ORGANIZATION.matcher(request.path());
        if (BOOKINGS.matcher(request.path()).matches()) {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(bookings.getOrDefault(request.path(), new JsonArray()).encode());
        } else if (account.matches() && ownOrganizations.containsKey(Long.parseLong(account.group(1)))) {
            json(request, defaultAccount(Long.parseLong(account.group(1))));
        } else if (organization.matches() && organization.group(1).equals(String.valueOf(ACME))) {
            json(
                    request,
                    new JsonObject()
                            .put("id", ACME)
                            .put("name", "Acme Flight School")
                            .put("active", true));
        } else {
            problem(request, 404, "ORGANIZATION_NOT_FOUND", "There is no such organization");
        }
    }

    private JsonObject defaultAccount(long userId) {
        return new JsonObject()
                .put("id", ownOrganizations.get(userId))
                .put("organizationName", starts.getOrDefault(userId, "Default Profile"))
                .put("role", "OWNER");
    }

    private static String key(MatchResult path) {
        return path.group(1) + ":" + path.group(2);
    }

    private static void noContent(HttpServerRequest request) {
        request.response().setStatusCode(204).end();
    }

    private static void json(HttpServerRequest request, JsonObject body) {
        request.response().putHeader("Content-Type", "application/json").end(body.encode());
    }

    private static void problem(HttpServerRequest request, int status, String code, String detail) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject().put("code", code).put("detail", detail).encode());
    }
}
