package dev.muster.org;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.architecture.Endpoints;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who may call what. The endpoints are read off the compiled resources, so that one without a row fails the build; every
 * row is called by every kind of caller over HTTP, each time in an organization of its own.
 */
@OrgTest
class PermissionMatrixTest {

    private static final String BODILESS = "";

    @Inject
    OrgFixtures fixtures;

    /** Kinds of callers, in the order of a row's statuses. */
    private enum Caller {
        NOBODY,
        MEMBER,
        STRANGER,
        ADMIN,
        OWNER,
        OPERATOR,
        SUPERVISOR,
        SERVICE
    }

    /** An endpoint with a good request and what nobody, a member, another's admin ... get. */
    private enum Endpoint {
        LIST_ORGANIZATIONS("GET /organizations", BODILESS, "401 200 200 200 200 200 200 401"),
        CREATE_ORGANIZATION("POST /organizations", "{'organization_name':'New'}", "401 201 201 201 201 201 201 401"),
        READ_ORGANIZATION("GET /organizations/{id}", BODILESS, "401 200 404 200 200 200 200 401"),
        CHANGE_ORGANIZATION(
                "PUT /organizations/{id}", "{'organization_name':'New'}", "401 403 404 200 200 403 403 401"),
        DELETE_ORGANIZATION("DELETE /organizations/{id}", BODILESS, "401 403 404 403 204 403 403 401"),
        LEAVE("POST /organizations/{id}/leave", BODILESS, "401 204 404 204 204 204 204 401"),
        LIST_MEMBERS("GET /organizations/{id}/members", BODILESS, "401 403 404 200 200 403 403 401"),
        CHANGE_MEMBER("PUT /organizations/{id}/members/{userId}", "{'group':120}", "401 403 404 200 200 403 403 401"),
        REMOVE_MEMBER("DELETE /organizations/{id}/members/{userId}", BODILESS, "401 403 404 204 204 403 403 401"),
        LIST_INVITATIONS("GET /organizations/{id}/invitations", BODILESS, "401 403 404 200 200 403 403 401"),
        INVITE(
                "POST /organizations/{id}/invitations",
                "{'email':'matrix@example.com'}",
                "401 403 404 201 201 403 403 401"),
        REVOKE("DELETE /organizations/{id}/invitations/{userId}", BODILESS, "401 403 404 409 409 403 403 401"),
        RESEND("POST /organizations/{id}/invitations/{userId}/resend", BODILESS, "401 403 404 409 409 403 403 401"),
        COMPANIES("GET /users/organizations.json", BODILESS, "401 200 200 200 200 200 200 401"),
        SWITCH_BY_GET("GET /users/switch/{companyId}.json", BODILESS, "401 200 404 200 200 200 200 401"),
        SWITCH_BY_POST("POST /users/switch/{companyId}.json", BODILESS, "401 200 404 200 200 200 200 401"),
        SWITCH_BY_HEAD("HEAD /users/switch/{companyId}.json", BODILESS, "401 405 405 405 405 405 405 401"),
        CHOOSE_DEFAULT("PUT /users/me/default_account", "{'organization_id':$org}", "401 200 404 200 200 200 200 401"),
        CHOOSE_DEFAULT_BY_ALIAS(
                "PUT /users/default_account", "{'organization_id':$org}", "401 200 404 200 200 200 200 401"),
        PUT_BOOKING(
                "PUT /api/v1/bookings/{externalId}",
                "{'user_id':$user,'start':'2014-01-01T08:00:00Z','end':'2014-01-01T10:00:00Z'}",
                "401 403 400 201 201 403 403 401"),
        DELETE_BOOKING("DELETE /api/v1/bookings/{externalId}", BODILESS, "401 403 404 404 404 403 403 401"),
        TELL_MEMBER("GET /internal/members/{userId}", BODILESS, 200),
        TELL_MEMBER_OF("GET /internal/members/{userId}/{orgId}", BODILESS, 200),
        TELL_ORGANIZATION("GET /internal/organizations/{orgId}", BODILESS, 200),
        TAKE_IN(
                "POST /internal/organizations/{orgId}/members",
                "{'members':[{'userId':1,'orderId':'20c283c4-74b3-4160-9e1b-c1af8af55359','groupId':110,"
                        + "'permissions':[],'status':'pending','branchIds':[]}]}",
                204),
        ORDER_CHANGE("PUT /internal/organizations/{orgId}/members/{userId}", "{'actor':$owner,'groupId':120}", 200),

        ORDER_REMOVAL("DELETE /internal/organizations/{orgId}/members/{userId}?actor=$owner", BODILESS, 204),
        ACTIVATE("POST /internal/organizations/{orgId}/members/{userId}/activate", BODILESS, 204),
        TELL_BOOKINGS(
                "GET /internal/organizations/{orgId}/users/{userId}/bookings"
                        + "?from=2014-01-01T08:00:00Z&to=2014-01-01T10:00:00Z",
                BODILESS,
                200),
        GIVE_DEFAULT("PUT /internal/users/{userId}/default-organization", "{'name':'Own'}", 200),
        TELL_DEFAULT("GET /internal/users/{userId}/default-account", BODILESS, 200),
        END_MEMBERSHIPS("DELETE /internal/users/{userId}/memberships", BODILESS, 204);

        private final String call;
        private final String body;
        private final String statuses;

        /** One that refuses every token but a service's. */
        Endpoint(String call, String body, int toServices) {
            this(call, body, "401 401 401 401 401 401 401 " + toServices);
        }

        Endpoint(String call, String body, String statuses) {
            this.call = call;
            this.body = body;
            this.statuses = statuses;
        }

        /** As the resources name it. */
        String template() {
            return call.replaceAll("\\?.*", "");
        }
    }

    @Test
    @DisplayName("R32 every endpoint is in the matrix of permissions")
    void everyEndpointIsInTheMatrix() {
        assertThat(Arrays.stream(Endpoint.values()).map(Endpoint::template))
                .containsExactlyInAnyOrderElementsOf(Endpoints.of("dev.muster.org"));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R32 every endpoint answers every kind of caller as the matrix says")
    void everyEndpointAnswersEveryKindOfCaller(Endpoint endpoint) {
        String statuses = Arrays.stream(Caller.values())
                .map(caller -> Integer.toString(call(endpoint, caller)))
                .collect(Collectors.joining(" "));

        assertThat(statuses)
                .as("nobody, member, stranger, admin, owner, operator, supervisor, service")
                .isEqualTo(endpoint.statuses);
    }

    private int call(Endpoint endpoint, Caller kind) {
        long org = fixtures.organization("Matrix");
        long owner = fixtures.owner(org);
        fixtures.owner(org);
        long target = fixtures.viewer(org);
        PeersTestResource.identity().expect("matrix@example.com", fixtures.user());
        String[] parts = endpoint.call.split(" ", 2);
        String path = parts[1].replaceAll("\\{(id|orgId|companyId)}", Long.toString(org))
                .replace("{userId}", Long.toString(target))
                .replace("{externalId}", "matrix")
                .replace("$owner", Long.toString(owner));
        RequestSpecification request = caller(kind, org, owner).urlEncodingEnabled(false);
        if (!endpoint.body.isEmpty()) {
            request.contentType(ContentType.JSON)
                    .body(endpoint.body
                            .replace('\'', '"')
                            .replace("$org", Long.toString(org))
                            .replace("$user", Long.toString(target))
                            .replace("$owner", Long.toString(owner)));
        }
        return request.request(parts[0], path).statusCode();
    }

    private RequestSpecification caller(Caller kind, long org, long owner) {
        return switch (kind) {
            case NOBODY -> RestAssured.given();
            case MEMBER -> SignedIn.pilot(fixtures.viewer(org), org).request();
            case STRANGER -> {
                long other = fixtures.organization("Other");
                yield SignedIn.admin(fixtures.administrator(other), other).request();
            }
            case ADMIN -> SignedIn.admin(fixtures.administrator(org), org).request();
            case OWNER -> SignedIn.admin(owner, org).request();
            case OPERATOR -> SignedIn.operator(fixtures.viewer(org), org).request();
            case SUPERVISOR -> SignedIn.rated(fixtures.viewer(org), org, 11).request();
            case SERVICE -> ServiceCaller.to("org-service");
        };
    }
}
