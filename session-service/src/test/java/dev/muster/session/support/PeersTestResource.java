package dev.muster.session.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Gives session-service an identity-service and an org-service to ask, and its secrets. */
public class PeersTestResource implements QuarkusTestResourceLifecycleManager {

    private static volatile FakePeers peers;

    /** The peers of the running test. */
    public static FakePeers peers() {
        return peers;
    }

    @Override
    public Map<String, String> start() {
        peers = new FakePeers();
        peers.start();
        return Map.of(
                "muster.services.identity.url", peers.url(),
                "muster.services.org.url", peers.url(),
                "muster.token.issuer", "http://muster.test",
                "muster.service-token.secret", secret("thirty-two bytes, known to tests"),
                "muster.signing.key-encryption-key", secret("another thirty-two bytes to test"),
                // tests wait for reports of use, but not for half a minute
                "muster.access.use-report-interval", "PT0.2S");
    }

    /** The text as a secret is configured. */
    public static String secret(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void stop() {
        if (peers != null) {
            peers.stop();
        }
    }
}
