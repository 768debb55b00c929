package dev.muster.org;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives org-service peers: session-service that moves sessions, reference-data-service, identity-service. An answer waits
 * so long for them that what must have followed when it comes has, on a slow machine too.
 */
public class PeersTestResource implements QuarkusTestResourceLifecycleManager {

    private static volatile FakeSessionMoves moves;
    private static volatile FakeReferenceData referenceData;
    private static volatile FakeIdentity identity;

    /** The part of session-service that moves sessions, in the running test. */
    public static FakeSessionMoves moves() {
        return moves;
    }

    /** The reference-data-service of the running test. */
    public static FakeReferenceData referenceData() {
        return referenceData;
    }

    /** The identity-service of the running test. */
    public static FakeIdentity identity() {
        return identity;
    }

    @Override
    public Map<String, String> start() {
        moves = new FakeSessionMoves();
        referenceData = new FakeReferenceData();
        identity = new FakeIdentity();
        return Map.of(
                "quarkus.rest-client.session-service.url", moves.start(),
                "muster.services.reference.url", referenceData.start(),
                "muster.services.identity.url", identity.start(),
                "muster.announcements.patience", "PT30S");
    }

    @Override
    public void stop() {
        if (moves != null) {
            moves.stop();
            referenceData.stop();
            identity.stop();
        }
    }
}
