package dev.muster.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that tokens can be verified and that closed sessions are heard of. */
@Readiness
@ApplicationScoped
class FeedReadiness implements HealthCheck {

    private final LiveSessions sessions;
    private final VerificationKeys keys;

    FeedReadiness(LiveSessions sessions, VerificationKeys keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("session-events")
                .status(sessions.isFeedCurrent() && keys.known())
                .withData("feedCurrent", sessions.isFeedCurrent())
                .withData("keysKnown", keys.known())
                .build();
    }
}
