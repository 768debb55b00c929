package dev.muster.testkit.docs;

import java.util.Locale;

/**
 * One setting as the source code declares it.
 *
 * @param fallback the default, or null for none
 */
record ConfigurationKey(String name, String type, String fallback, String text)
        implements Comparable<ConfigurationKey> {

    /** The name of the environment variable that sets it, by MicroProfile Config's rule. */
    String variable() {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    @Override
    public int compareTo(ConfigurationKey other) {
        return name.compareTo(other.name);
    }
}
