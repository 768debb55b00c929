package dev.muster.session.support;

import dev.muster.testkit.time.Eventually;
import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduler;
import io.restassured.RestAssured;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Waits, as an ingress does, until the service under test can sign tokens. From then on its keys stay as they are but for
 * tests that refresh them by hand: a test that deletes keys or moves the clock must not meet a refresh of its own.
 */
public final class ReadyService implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        Eventually.holds(
                "the service publishes its keys",
                () -> RestAssured.get("/.well-known/jwks.json").statusCode() == 200);
        Arc.container().instance(Scheduler.class).get().pause("signing-keys");
    }
}
