package dev.muster.manifests;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;

/** The settings that a service is built with: the kit's, and its own over them. */
final class ServiceProperties {

    private static final String KIT = "service-kit/src/main/resources/META-INF/microprofile-config.properties";

    private final Properties values = new Properties();

    ServiceProperties(String service) {
        load(KIT);
        load(service + "/src/main/resources/application.properties");
    }

    private void load(String file) {
        try {
            values.load(new StringReader(Repository.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> names() {
        return values.stringPropertyNames();
    }

    String get(String name) {
        return values.getProperty(name);
    }

    int number(String name) {
        return Integer.parseInt(get(name));
    }
}
