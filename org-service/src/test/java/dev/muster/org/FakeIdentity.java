package dev.muster.org;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks the internal protocol of identity-service, as far as org-service uses it. */
public final class FakeIdentity extends FakeHttpService {

    private final List<JsonObject> copies = new CopyOnWriteArrayList<>();

    /** All copies of the person's memberships that were pushed, the last one last. */
    public List<JsonObject> copiesOf(long userId) {
        return copies.stream().filter(copy -> copy.getLong("userId") == userId).toList();
    }

    /** The last copy that was pushed. */
    public JsonObject lastCopyOf(long userId) {
        List<JsonObject> all = copiesOf(userId);
        return all.get(all.size() - 1);
    }

    @Override
    void answer(HttpServerRequest request) {
        if (request.path().contains("/memberships/")) {
            request.body().onSuccess(body -> copy(request, body.toJsonObject()));
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void copy(HttpServerRequest request, JsonObject membership) {
        String path = "/internal/users/" + membership.getLong("userId") + "/memberships/" + membership.getLong("orgId");
        if (request.path().equals(path)) {
            copies.add(membership);
        }
        request.response().setStatusCode(204).end();
    }
}
