package dev.muster.identity;

import dev.muster.testkit.access.ServiceCaller;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Signs people in as session-service does, each time from another network. */
public final class SignIn {

    private static final AtomicInteger NETWORK = new AtomicInteger();

    private SignIn() {}

    /** Whether the password opens a session for whoever has the address. */
    public static boolean succeeds(String email, String password) {
        String network = "2001:db8:51:" + Integer.toHexString(NETWORK.incrementAndGet()) + "::1";
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(Map.of("email", email, "password", password, "clientIp", network))
                .post("/internal/credentials/verify")
                .then()
                .statusCode(200)
                .extract()
                .path("accepted");
    }
}
