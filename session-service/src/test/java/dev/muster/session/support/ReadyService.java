package dev.muster.session.support;

import dev.muster.testkit.time.Eventually;
import io.restassured.RestAssured;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Waits, as an ingress does, until the service under test can sign tokens. */
public final class ReadyService implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        Eventually.holds(
                "the service publishes its keys",
                () -> RestAssured.get("/.well-known/jwks.json").statusCode() == 200);
    }
}
