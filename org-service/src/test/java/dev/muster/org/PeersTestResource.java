package dev.muster.org;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives org-service a session-service that moves sessions and a reference-data-service that knows groups. */
public class PeersTestResource implements QuarkusTestResourceLifecycleManager {

    private static volatile FakeSessionMoves moves;
    private static volatile FakeReferenceData referenceData;

    /** The part of session-service that moves sessions, in the running test. */
    public static FakeSessionMoves moves() {
        return moves;
    }

    /** The reference-data-service of the running test. */
    public static FakeReferenceData referenceData() {
        return referenceData;
    }

    @Override
    public Map<String, String> start() {
        moves = new FakeSessionMoves();
        referenceData = new FakeReferenceData();
        return Map.of(
                "quarkus.rest-client.session-service.url", moves.start(),
                "muster.services.reference.url", referenceData.start());
    }

    @Override
    public void stop() {
        if (moves != null) {
            moves.stop();
            referenceData.stop();
        }
    }
}
