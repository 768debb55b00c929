package dev.muster.org.lookup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OrgTest
class OrganizationLookUpTest {

    @Inject
    OrgFixtures fixtures;

    @Test
    void theWireFormatIsExact() {
        long org = fixtures.organization("Acme Flight School");

        assertThat(find(org).then().statusCode(200).extract().asString())
                .isEqualTo("{\"id\":" + org + ",\"name\":\"Acme Flight School\",\"active\":true,"
                        + "\"secondFactorRequired\":false}");
    }

    @Test
    void itTellsWhetherASecondFactorIsDemanded() {
        long org = fixtures.organization("Careful");
        fixtures.changeOrganization(org, "second_factor_required = true");

        find(org).then().statusCode(200).body("secondFactorRequired", equalTo(true));
    }

    @Test
    void aDeletedOrganizationIsAnsweredLikeOneThatNeverWas() {
        long org = fixtures.organization("Gone");
        fixtures.changeOrganization(org, "active = false");

        find(org).then().statusCode(404).body("code", equalTo("ORGANIZATION_NOT_FOUND"));
        find(999_999_999L).then().statusCode(404).body("code", equalTo("ORGANIZATION_NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "042", "99999999999999999999"})
    void whatIsNoIdIsNotFound(String id) {
        find(id).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    @DisplayName("R36 what an organization is is told to services only")
    void onlyServicesAsk() {
        String path = "/internal/organizations/" + fixtures.organization("Acme");

        given().get(path).then().statusCode(401);
        SignedIn.operator(fixtures.user(), 1).request().get(path).then().statusCode(401);
        ServiceCaller.to("session-service").get(path).then().statusCode(401);
    }

    private static Response find(Object id) {
        return ServiceCaller.to("org-service").get("/internal/organizations/{id}", id);
    }
}
