package dev.muster.org;

import dev.muster.testkit.http.FakeHttpService;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks the internal protocol of identity-service, as far as org-service uses it. */
public final class FakeIdentity extends FakeHttpService {

    private final List<JsonObject> copies = new CopyOnWriteArrayList<>();

    private final List<JsonObject> invitations = new CopyOnWriteArrayList<>();
    private final Map<String, Long> people = new ConcurrentHashMap<>();
    private final Set<Long> forgotten = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** All copies of the person's memberships that were pushed, the last one last. */
    public List<JsonObject> copiesOf(long userId) {
        return copies.stream().filter(copy -> copy.getLong("userId") == userId).toList();
    }

    /** The last copy that was pushed. */
    public JsonObject lastCopyOf(long userId) {
        List<JsonObject> all = copiesOf(userId);
        return all.get(all.size() - 1);
    }

    /** An invitation to this address goes to the person; all others are no addresses. */
    public void expect(String email, long userId) {
        people.put(email, userId);
    }

    /** An invitation to this address is one too many. */
    public void refuseMore(String email) {
        refused.add(email);
    }

    /** All invitations into the organization that were ordered. */
    public List<JsonObject> invitationsInto(long orgId) {
        return invitations.stream()
                .filter(invitation -> invitation.getLong("orgId") == orgId)
                .toList();
    }

    /** From now on there is no such person. */
    public void forget(long userId) {
        forgotten.add(userId);
    }

    @Override
    protected void answer(HttpServerRequest request) {
        if (request.path().contains("/memberships/")) {
            request.body().onSuccess(body -> copy(request, body.toJsonObject()));
        } else if (request.path().endsWith("/account")) {
            person(request, Long.parseLong(request.path().split("/", -1)[3]));
        } else if (request.path().equals("/internal/invitations")) {
            request.body().onSuccess(body -> invite(request, body.toJsonObject()));
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void invite(HttpServerRequest request, JsonObject invitation) {
        invitations.add(invitation);
        Long invited = people.get(invitation.getString("email"));
        request.response().putHeader("Content-Type", "application/json");
        if (refused.contains(invitation.getString("email"))) {
            request.response()
                    .setStatusCode(429)
                    .putHeader("Retry-After", "1800")
                    .end("{\"code\":\"TOO_MANY_ATTEMPTS\"}");
        } else if (invited == null) {
            request.response().setStatusCode(400).end("{\"code\":\"INVALID_INPUT\"}");
        } else {
            request.response().end(new JsonObject().put("userId", invited).encode());
        }
    }

    private void person(HttpServerRequest request, long userId) {
        if (forgotten.contains(userId)) {
            request.response().setStatusCode(404).end("{\"code\":\"USER_NOT_FOUND\"}");
            return;
        }
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("id", userId)
                        .put("email", "jo" + userId + "@example.com")
                        .put("name", "Jo Doe")
                        .put("firstName", "Jo")
                        .put("lastName", "Doe")
                        .put("countryId", "CA")
                        .put("otherId", null)
                        .put("createdOn", "2025-10-17T16:09:36.031+00:00")
                        .put("updatedOn", "2025-10-18T16:09:36.031+00:00")
                        .put("addedLater", true)
                        .encode());
    }

    private void copy(HttpServerRequest request, JsonObject membership) {
        String path = "/internal/users/" + membership.getLong("userId") + "/memberships/" + membership.getLong("orgId");
        if (request.path().equals(path)) {
            copies.add(membership);
        }
        request.response().setStatusCode(204).end();
    }
}
