package dev.muster.local.postgres;

import java.nio.file.Path;

/**
 * What a server needs to start.
 *
 * @param binaries where PostgreSQL's programs are unpacked
 * @param dataDirectory kept between runs
 * @param log takes the server's output
 */
public record PostgresSettings(Path binaries, Path dataDirectory, Path log, int port, String superuserPassword) {

    @Override
    public String toString() {
        return "PostgresSettings[" + dataDirectory + ", port " + port + "]";
    }
}
