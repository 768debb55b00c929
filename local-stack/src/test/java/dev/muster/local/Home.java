package dev.muster.local;

import java.nio.file.Path;

/** The repository that the tests run in. */
public final class Home {

    private Home() {}

    public static Path path() {
        return Path.of(System.getProperty("muster.home", "..")).toAbsolutePath().normalize();
    }
}
