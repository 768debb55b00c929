package dev.muster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.architecture.Endpoints;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint of the service as every kind of caller, against {@link PermissionTable}. */
@IdentityTest
class PermissionMatrixTest {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    /** The kinds of callers, in the order of the table's columns. */
    enum Caller {
        NOBODY,
        USER,
        FOREIGN,
        ADMIN,
        OPERATOR,
        SUPERVISOR,
        ADMINISTRATOR,
        SERVICE
    }

    @Inject
    People people;

    private final Map<Caller, SignedIn> signedIn = new EnumMap<>(Caller.class);

    @BeforeEach
    void everybodySignsIn() {
        people.forgetAttempts();
        signedIn.put(Caller.USER, SignedIn.pilot(people.add().id(), 42));
        signedIn.put(Caller.FOREIGN, SignedIn.pilot(people.add().id(), 43));
        signedIn.put(Caller.ADMIN, SignedIn.admin(people.add().id(), 42));
        signedIn.put(Caller.OPERATOR, SignedIn.operator(people.add().id(), 42));
        signedIn.put(Caller.SUPERVISOR, SignedIn.rated(people.add().id(), 42, 11));
        signedIn.put(Caller.ADMINISTRATOR, SignedIn.rated(people.add().id(), 42, 12));
    }

    @Test
    @DisplayName("R32 every endpoint of identity-service has a row in the table, and every row an endpoint")
    void everyEndpointHasARow() {
        assertThat(PermissionTable.rows().stream().map(PermissionTable.Row::endpoint))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Endpoints.of("dev.muster.identity"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("R32 every endpoint of identity-service answers every kind of caller as the table says")
    void everyCallerGetsWhatTheTableSays(PermissionTable.Row row) {
        List<Integer> statuses = Arrays.stream(Caller.values())
                .map(caller -> send(row, request(caller, row)))
                .toList();

        assertThat(statuses).as("%s for %s", row, List.of(Caller.values())).isEqualTo(row.statuses());
    }

    static Stream<PermissionTable.Row> rows() {
        return PermissionTable.rows().stream();
    }

    private RequestSpecification request(Caller caller, PermissionTable.Row row) {
        RequestSpecification request = switch (caller) {
            case NOBODY -> RestAssured.given();
            case SERVICE -> ServiceCaller.to("identity-service");
            default -> signedIn.get(caller).request();
        };
        if (WITHOUT_BODY.contains(row.method())) {
            return request;
        }
        return row.isForm()
                ? request.contentType("application/x-www-form-urlencoded")
                : request.contentType("application/json").body(row.body());
    }

    private static int send(PermissionTable.Row row, RequestSpecification request) {
        return request.redirects()
                .follow(false)
                .request(row.method(), row.path())
                .statusCode();
    }
}
