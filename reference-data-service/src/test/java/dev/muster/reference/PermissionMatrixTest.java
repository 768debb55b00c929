package dev.muster.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.architecture.Endpoints;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call what: what nobody, a member, somebody in no organization, an administrator, an operator, a service get. */
@ReferenceDataTest
class PermissionMatrixTest {

    private static final String TABLE = """
            GET /users/countries.json        | 401 200 200 200 200 401
            GET /users/timezones.json        | 401 200 200 200 200 401
            GET /users/user_groups.json      | 401 200 403 200 200 401
            GET /users/user_groups/1.json    | 401 200 403 200 200 401
            GET /internal/groups             | 401 401 401 401 401 200
            GET /internal/reference/countries | 401 401 401 401 401 200
            GET /internal/reference/timezones | 401 401 401 401 401 200
            """;

    @Test
    @DisplayName("R32 every endpoint of reference-data-service is in the matrix of permissions")
    void everyEndpointIsInTheMatrix() {
        assertThat(TABLE.lines()
                        .map(line -> line.substring(0, line.indexOf('|')).strip()))
                .containsExactlyInAnyOrderElementsOf(Endpoints.of("dev.muster.reference"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TABLE)
    @DisplayName("R32 every endpoint of reference-data-service answers every kind of caller as the matrix says")
    void everyEndpointAnswersEveryKindOfCaller(String endpoint, String statuses) {
        String path = endpoint.substring(endpoint.indexOf(' ') + 1);

        String found = callers()
                .map(caller ->
                        Integer.toString(caller.queryParam("org", 42).get(path).statusCode()))
                .collect(Collectors.joining(" "));

        assertThat(found)
                .as("nobody, member, without organization, administrator, operator, service")
                .isEqualTo(statuses);
    }

    private static Stream<RequestSpecification> callers() {
        return Stream.of(
                RestAssured.given(),
                SignedIn.pilot(100_011, 42).request(),
                SignedIn.withoutOrganization(100_012).request(),
                SignedIn.admin(100_013, 42).request(),
                SignedIn.operator(100_014, 42).request(),
                ServiceCaller.to("reference-data-service"));
    }
}
