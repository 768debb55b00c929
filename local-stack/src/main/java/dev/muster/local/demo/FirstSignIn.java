package dev.muster.local.demo;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs a demo account in and out through the gateway until it works once. The first sign-in of cold processes can
 * outlast the services' own deadlines on a busy machine; who reads "ready" must not be the one who finds out.
 */
public final class FirstSignIn {

    private static final String ACCOUNT = "supervisor@muster.example";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_NANOS = Duration.ofMillis(200).toNanos();
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Pattern TOKEN = Pattern.compile("\"token\" *: *\"([^\"]+)\"");

    private final String baseUrl;

    public FirstSignIn(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Tries until the answer is not 503, for half a minute at most; whatever else is wrong is for people to see. */
    public void perform() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isAnswered()
                && System.nanoTime() - deadline < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private boolean isAnswered() {
        try {
            String body = "{\"email\":\"" + ACCOUNT + "\",\"password\":\"" + DemoAccounts.PASSWORD + "\"}";
            HttpURLConnection signIn = post("/login.json", "");
            signIn.setDoOutput(true);
            signIn.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            if (signIn.getResponseCode() == HttpURLConnection.HTTP_OK) {
                signOut(new String(signIn.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return signIn.getResponseCode() != HttpURLConnection.HTTP_UNAVAILABLE;
        } catch (IOException e) {
            return false;
        }
    }

    private void signOut(String answer) throws IOException {
        Matcher token = TOKEN.matcher(answer);
        if (token.find()) {
            post("/users/logout.json", token.group(1)).getResponseCode();
        }
    }

    private HttpURLConnection post(String path, String token) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(baseUrl + path).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("User-Agent", "muster-up");
        if (!token.isEmpty()) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        return connection;
    }
}
