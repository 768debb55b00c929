package dev.muster.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.session.support.Person;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.architecture.Endpoints;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call what: what nobody, a member, an administrator, a platform operator and a service get. */
@SessionServiceTest
class PermissionMatrixTest {

    private static final String TABLE = """
            GET    /.well-known/jwks.json                               | 200 200 200 200 200
            POST   /api/v1/auth/login                                   | 400 400 400 400 400
            POST   /api/v1/auth/refresh                                 | 400 400 400 400 400
            POST   /api/v1/fsd-jwt                                      | 400 400 400 400 400
            POST   /login                                               | 400 400 400 400 400
            POST   /login.json                                          | 400 400 400 400 400
            POST   /users/login.json                                    | 400 400 400 400 400
            GET    /logout                                              | 401 200 200 200 401
            POST   /logout                                              | 401 200 200 200 401
            GET    /users/logout.json                                   | 401 200 200 200 401
            POST   /users/logout.json                                   | 401 200 200 200 401
            GET    /users/logins.json                                   | 401 200 200 200 401
            POST   /users/closesession/{sessionId}.json                 | 401 404 404 404 401
            GET    /internal/session-events                             | 401 401 401 401 200
            POST   /internal/session-uses                               | 401 401 401 401 400
            GET    /internal/users/{userId}/sessions/{sessionId}        | 401 401 401 401 404
            POST   /internal/users/{userId}/sessions/{sessionId}/switch | 401 401 401 401 400
            POST   /internal/users/{userId}/sessions/close              | 401 401 401 401 204
            PUT    /internal/users/{userId}/members/{orgId}             | 401 401 401 401 400
            DELETE /internal/users/{userId}/members/{orgId}             | 401 401 401 401 204
            PUT    /internal/users/{userId}/standing                    | 401 401 401 401 400
            DELETE /internal/users/{userId}                             | 401 401 401 401 204
            """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    @DisplayName("R32 every endpoint of session-service is in the matrix of permissions")
    void everyEndpointIsInTheMatrix() {
        assertThat(TABLE.lines()
                        .map(line ->
                                line.substring(0, line.indexOf('|')).strip().replaceAll("\\s+", " ")))
                .containsExactlyInAnyOrderElementsOf(Endpoints.of("dev.muster.session"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TABLE)
    @DisplayName("R32 every endpoint of session-service answers every kind of caller as the matrix says")
    void everyEndpointAnswersEveryKindOfCaller(String endpoint, String statuses) throws Exception {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String path = path(endpoint.substring(endpoint.lastIndexOf(' ') + 1));
        List<String> found = new ArrayList<>();
        for (String token : tokens()) {
            found.add(Integer.toString(status(method, path, token)));
        }

        assertThat(String.join(" ", found))
                .as("nobody, member, administrator, operator, service")
                .isEqualTo(statuses);
    }

    private static List<String> tokens() {
        return List.of(
                "",
                Person.pilot().signIn(),
                Person.with(member(100, Set.of("admin"))).signIn(),
                Person.with(member(110, Set.of("keaz"))).signIn(),
                ServiceCaller.token("session-service", claims -> {}));
    }

    private static Member member(long group, Set<String> permissions) {
        return new Member(new OrgId(42), 1, group, permissions, false, true, true, "EMP-001", "5", null);
    }

    /** Somebody and something that do not exist. */
    private static String path(String template) {
        return template.replace("{sessionId}", "01HZZZZZZZZZZZZZZZZZZZZZZZ").replaceAll("\\{\\w+}", "999999");
    }

    /** Only the head of the answer is read, because an event feed has no end. */
    private static int status(String method, String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<InputStream> answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }
}
