package dev.muster.testkit.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Gives a service under test a session-service to ask, and the secrets that it needs to start. */
public class SessionServiceTestResource implements QuarkusTestResourceLifecycleManager {

    private static volatile FakeSessionService sessions;
    private static volatile TestTokens tokens;

    /** The session-service of the running test. */
    public static FakeSessionService sessions() {
        return sessions;
    }

    /** The signer whose tokens the service under test accepts. */
    public static TestTokens tokens() {
        return tokens;
    }

    @Override
    public Map<String, String> start() {
        tokens = new TestTokens();
        sessions = new FakeSessionService(tokens);
        sessions.start();
        Map<String, String> config = new HashMap<>(TestTokens.config());
        config.put("muster.services.session.url", sessions.url());
        config.put("muster.service-token.secret", ServiceCaller.SECRET);
        return config;
    }

    @Override
    public void stop() {
        if (sessions != null) {
            sessions.stop();
        }
    }
}
