package dev.muster.testkit.docs;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The settings that service-kit only passes on to Quarkus' own, and so declares in no interface. */
final class SharedSettings {

    private static final Map<String, String> TEXTS = new TreeMap<>(Map.of(
            "muster.database.address", "The PostgreSQL server, host and port.",
            "muster.database.name",
                    "The service's own database: `muster_identity`, `muster_org`, `muster_session`, `muster_reference`.",
            "muster.database.username", "The service's own role, which sees only that database.",
            "muster.database.password", "The role's password.",
            "muster.services.identity.url", "Where the other services reach identity-service.",
            "muster.services.org.url", "Where the other services reach org-service.",
            "muster.services.session.url", "Where the other services reach session-service.",
            "muster.services.reference.url", "Where the other services reach reference-data-service.",
            "muster.public-url", "The address that people use, for links in mails. HTTPS in production."));

    private SharedSettings() {}

    static List<ConfigurationKey> read(Path repository) throws IOException {
        Properties defaults = new Properties();
        Path file = repository.resolve("service-kit/src/main/resources/META-INF/microprofile-config.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            defaults.load(reader);
        }
        return TEXTS.entrySet().stream()
                .map(entry -> new ConfigurationKey(
                        entry.getKey(), "String", defaults.getProperty(entry.getKey()), entry.getValue()))
                .toList();
    }
}
