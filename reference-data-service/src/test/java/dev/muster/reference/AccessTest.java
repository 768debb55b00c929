package dev.muster.reference;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReferenceDataTest
class AccessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/countries.json",
                "/users/timezones.json",
                "/users/user_groups.json",
                "/users/user_groups/1.json"
            })
    void nobodySeesReferenceDataWithoutAToken(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("result", is(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/countries.json",
                "/users/timezones.json",
                "/users/user_groups.json",
                "/users/user_groups/1.json"
            })
    void aTokenOfAnotherIssuerIsRefused(String path) {
        given().header("Authorization", "Bearer " + ServiceCaller.token("reference-data-service", claims -> {}))
                .get(path)
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/internal/groups?org=42", "/internal/reference/countries", "/internal/reference/timezones"})
    void onlyServicesCallTheInternalPaths(String path) {
        given().get(path).then().statusCode(401);
        SignedIn.operator(100_001, 42).request().get(path).then().statusCode(401);
        ServiceCaller.to("identity-service").get(path).then().statusCode(401);
        ServiceCaller.to("reference-data-service").get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/countries.json",
                "/users/timezones.json",
                "/users/user_groups.json",
                "/users/user_groups/1.json"
            })
    void onlyReadingIsAllowed(String path) {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            SignedIn.admin(100_002, 42)
                    .request()
                    .request(method, path)
                    .then()
                    .statusCode(405)
                    .contentType("application/problem+json")
                    .body("code", equalTo("METHOD_NOT_ALLOWED"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/countries", "/users/countries.json/1", "/users/user_groups/2.json"})
    void aPathNextToTheseIsNotFound(String path) {
        SignedIn.pilot(100_003, 42)
                .request()
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/countries.json", "/users/timezones.json", "/users/user_groups.json"})
    void anotherMediaTypeIsNotAcceptable(String path) {
        SignedIn.pilot(100_004, 42)
                .request()
                .accept("text/csv")
                .get(path)
                .then()
                .statusCode(406)
                .body("code", equalTo("NOT_ACCEPTABLE"));
    }
}
