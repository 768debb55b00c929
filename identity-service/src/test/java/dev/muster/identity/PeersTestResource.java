package dev.muster.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives identity-service the peers that it asks, beside session-service's look-ups and feed. */
public class PeersTestResource implements QuarkusTestResourceLifecycleManager {

    private static volatile FakePeers peers;
    private static volatile FakeOrganizations organizations;

    /** The peers of the running test. */
    public static FakePeers peers() {
        return peers;
    }

    /** The org-service of the running test. */
    public static FakeOrganizations organizations() {
        return organizations;
    }

    @Override
    public Map<String, String> start() {
        peers = new FakePeers();
        peers.start();
        organizations = new FakeOrganizations();
        organizations.start();
        return Map.of(
                "muster.services.reference.url", peers.url(),
                "muster.services.org.url", organizations.url(),
                "quarkus.rest-client.session-closing.url", peers.url());
    }

    @Override
    public void stop() {
        if (peers != null) {
            peers.stop();
            organizations.stop();
        }
    }
}
