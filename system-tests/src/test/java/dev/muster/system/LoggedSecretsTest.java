package dev.muster.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Reads, after all other tests, what every process of the stack has written. */
@Order(Integer.MAX_VALUE)
class LoggedSecretsTest {

    private static final String WRONG_PASSWORD = "a-wrong-password-that-is-nowhere-else";

    /** Every token is a JWS in compact form, and every JWS header begins with these letters. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{8,}");

    /** The secret of a link in a mail: at least 128 bits in base64url. */
    private static final Pattern TICKET = Pattern.compile("/\\d+/([\\w-]{22,})");

    /** What a detached stack said to its user, the passwords of the demo's accounts among it. */
    private static final String TERMINAL = "up.log";

    /** A file so large is cut by no process here; the scan must not stop at a part of it. */
    private static final long LARGEST_LOG = 512L * 1024 * 1024;

    @Test
    @DisplayName("R31 no token, password, ticket or key of the whole black-box run is in any log")
    void noSecretOfTheRunIsLogged() throws IOException {
        String state = System.getenv("MUSTER_STACK_JSON");
        assumeTrue(state != null, "logs are read only of a stack that was started for the tests");
        Path stack = Path.of(state).getParent();
        refuseAPassword();
        String token = Demo.signIn(Demo.PILOT);
        List<String> secrets = new ArrayList<>(ticketsAfterARecovery());
        secrets.addAll(keys(stack.resolve("secrets.properties")));
        secrets.addAll(refreshSecrets());
        secrets.addAll(List.of(token, Demo.PASSWORD, WRONG_PASSWORD));
        Predicate<String> tells =
                line -> TOKEN.matcher(line).find() || secrets.stream().anyMatch(line::contains);
        assertThat(tells)
                .accepts("Authorization: Bearer " + token, "x " + secrets.get(0))
                .rejects("nothing");

        List<Path> logs = logs(stack);

        assertThat(logs).hasSizeGreaterThan(5);
        for (Path log : logs) {
            assertThat(Files.size(log)).as("size of %s", log).isLessThan(LARGEST_LOG);
            try (Stream<String> lines =
                    Files.readString(log, StandardCharsets.ISO_8859_1).lines()) {
                assertThat(lines.filter(tells))
                        .as("lines of %s", log.getFileName())
                        .isEmpty();
            }
        }
    }

    private static void refuseAPassword() {
        Demo.request()
                .contentType(ContentType.JSON)
                .body(Map.of("email", Demo.SUPERVISOR, "password", WRONG_PASSWORD))
                .post("/login.json")
                .then()
                .statusCode(401);
    }

    /** What a refresh token shares with its family and has for itself, of one that was replaced and of its successor. */
    private static List<String> refreshSecrets() {
        String first = tokenOf("login", Map.of("email", Demo.PILOT, "password", Demo.PASSWORD));
        String second = tokenOf("refresh", Map.of("refresh_token", first));
        return Stream.of(first, second)
                .flatMap(token -> Stream.of(token.split("\\.")).skip(2))
                .toList();
    }

    private static String tokenOf(String operation, Map<String, String> body) {
        return Demo.request()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/" + operation)
                .then()
                .statusCode(200)
                .extract()
                .path("refresh_token");
    }

    /** The tickets of all mails of the run, of which there is one at least. */
    private static List<String> ticketsAfterARecovery() {
        Demo.request()
                .contentType(ContentType.JSON)
                .body(Map.of("email", Demo.SUPERVISOR))
                .post("/users/password_recover.json")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> !tickets().isEmpty());
        return tickets();
    }

    private static List<String> tickets() {
        String mails = given().get(System.getenv("MUSTER_MAIL_URL") + "/api/mails")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return TICKET.matcher(mails)
                .results()
                .map((MatchResult ticket) -> ticket.group(1))
                .distinct()
                .toList();
    }

    private static List<String> keys(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.values().stream().map(Object::toString).toList();
    }

    private static List<Path> logs(Path stack) throws IOException {
        try (Stream<Path> files = Files.walk(stack.resolve("logs"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(TERMINAL))
                    .toList();
        }
    }
}
