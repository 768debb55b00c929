package dev.muster.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.session.support.Person;
import dev.muster.testkit.access.ServiceCaller;
import java.time.Instant;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SessionServiceTest
class InternalAccessTest {

    private static final String ENDPOINTS = """
            GET    | /internal/session-events
            POST   | /internal/session-uses
            GET    | /internal/users/100001/sessions/01HZZZZZZZZZZZZZZZZZZZZZZZ
            POST   | /internal/users/100001/sessions/01HZZZZZZZZZZZZZZZZZZZZZZZ/switch
            POST   | /internal/users/100001/sessions/close
            PUT    | /internal/users/100001/members/42
            DELETE | /internal/users/100001/members/42
            PUT    | /internal/users/100001/standing
            DELETE | /internal/users/100001
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ENDPOINTS)
    @DisplayName("R36 internal endpoints refuse users' tokens")
    void aUsersTokenIsRefused(String method, String path) {
        assertRefused(Person.pilot().signIn(), method, path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ENDPOINTS)
    @DisplayName("R36 internal endpoints refuse a service token for another service")
    void anotherServicesTokenIsRefused(String method, String path) {
        assertRefused(ServiceCaller.token("org-service", claims -> {}), method, path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ENDPOINTS)
    @DisplayName("R36 internal endpoints refuse a service token that has expired")
    void anExpiredTokenIsRefused(String method, String path) {
        String expired = ServiceCaller.token(
                "session-service",
                claims -> claims.setExpirationTime(
                        NumericDate.fromSeconds(Instant.now().minusSeconds(60).getEpochSecond())));

        assertRefused(expired, method, path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ENDPOINTS)
    @DisplayName("R36 internal endpoints refuse callers without a token")
    void nobodyIsRefused(String method, String path) {
        given().request(method, path).then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    private static void assertRefused(String token, String method, String path) {
        given().header("Authorization", "Bearer " + token)
                .request(method, path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"));
    }
}
