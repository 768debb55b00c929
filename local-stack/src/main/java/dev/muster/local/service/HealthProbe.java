package dev.muster.local.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks a process on this machine over HTTP whether it is well. */
public final class HealthProbe {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(2).toMillis();

    private HealthProbe() {}

    /** Whether the service says that it is ready: database, migrations and feed. */
    public static boolean isReady(int managementPort) {
        return answers200("http://127.0.0.1:" + managementPort + "/q/health/ready");
    }

    /** Whether the address answers a GET with 200 within two seconds. */
    public static boolean answers200(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setUseCaches(false);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
