package dev.muster.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The deployment that is measured, and the few calls that every benchmark makes. */
final class Target {

    private static final Map<String, String> PATHS = Map.of(
            "identity-service", "/users/view.json",
            "org-service", "/users/organizations.json",
            "session-service", "/users/logins.json",
            "reference-data-service", "/users/user_groups.json");

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(DEADLINE)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final String baseUrl;

    Target() {
        baseUrl = System.getenv().getOrDefault("BASE_URL", "http://localhost:8080");
    }

    /** Where each replica answers a token, by its name; needs a stack that tells where its replicas are. */
    Map<String, URI> replicas() throws IOException {
        Map<String, URI> replicas = new LinkedHashMap<>();
        String state = System.getenv("MUSTER_STACK_JSON");
        if (state == null) {
            PATHS.forEach((service, path) -> replicas.put(service, URI.create(baseUrl + path)));
            return replicas;
        }
        for (JsonNode process : json.readTree(Path.of(state).toFile()).path("processes")) {
            String path = PATHS.get(process.path("service").asText());
            if (path != null) {
                String origin = "http://127.0.0.1:" + process.path("port").asInt();
                replicas.put(process.path("name").asText(), URI.create(origin + path));
            }
        }
        return replicas;
    }

    String signIn() throws IOException, InterruptedException {
        return signIn("pilot@acme.example");
    }

    /** The token of a new session of a demo account. */
    String signIn(String email) throws IOException, InterruptedException {
        String body = "{\"email\":\"" + email + "\",\"password\":\"fly-safe-every-day\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/login.json"))
                .timeout(DEADLINE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return read(request).path("response").path("token").asText();
    }

    String sessionOf(String token) throws IOException, InterruptedException {
        return read(get(URI.create(baseUrl + "/users/logins.json"), token))
                .path("currentSession")
                .asText();
    }

    void close(String session, String token) throws IOException, InterruptedException {
        post("/users/closesession/" + session + ".json", token);
    }

    /** What a path of the gateway answers. */
    JsonNode get(String path, String token) throws IOException, InterruptedException {
        return read(get(URI.create(baseUrl + path), token));
    }

    /** Moves the token's session to another organization; the new token. */
    String switchTo(int organization, String token) throws IOException, InterruptedException {
        return get("/users/switch/" + organization + ".json", token)
                .path("token")
                .asText();
    }

    JsonNode signOut(String token) throws IOException, InterruptedException {
        return post("/users/logout.json", token);
    }

    private JsonNode post(String path, String token) throws IOException, InterruptedException {
        return read(HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(DEADLINE)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build());
    }

    int status(URI address, String token) throws IOException, InterruptedException {
        return http.send(get(address, token), BodyHandlers.discarding()).statusCode();
    }

    /** What a path of the gateway answers; an empty object while it cannot be had. */
    JsonNode tryGet(String path, String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(get(URI.create(baseUrl + path), token), BodyHandlers.ofString());
        return answer.statusCode() == 200 ? json.readTree(answer.body()) : json.createObjectNode();
    }

    /** The body of the path as it comes. */
    InputStream open(String path, String token) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                http.send(get(URI.create(baseUrl + path), token), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Sends a body of any size. */
    JsonNode post(String path, String token, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return read(HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(body)
                .build());
    }

    private static HttpRequest get(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .timeout(DEADLINE)
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private JsonNode read(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }
}
