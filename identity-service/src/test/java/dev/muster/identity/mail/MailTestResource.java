package dev.muster.identity.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Gives identity-service a real SMTP server in this process, and the settings that mails need. */
public class MailTestResource implements QuarkusTestResourceLifecycleManager {

    public static final String PUBLIC_URL = "https://muster.test";

    private static volatile MailServer server;

    /** The mail server of the running test. */
    public static MailServer server() {
        return server;
    }

    @Override
    public Map<String, String> start() {
        server = new MailServer();
        server.start();
        return Map.of(
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                Integer.toString(server.port()),
                "quarkus.mailer.mock",
                "false",
                "muster.public-url",
                PUBLIC_URL,
                "muster.identity.secret-key",
                Base64.getEncoder()
                        .encodeToString("thirty-two bytes, only for tests".getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
