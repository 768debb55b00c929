package dev.muster.org.organizations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OrgTest
class CompaniesTest {

    private static final String PATH = "/users/organizations.json";

    @Inject
    OrgFixtures fixtures;

    @Test
    void theWireFormatIsExact() {
        long user = fixtures.user();
        long org = fixtures.organization("Acme Flight School");
        fixtures.changeOrganization(org, "plan = 'premium', logo = 'https://acme.example/logo.svg'");
        fixtures.member(user, org);

        String body = SignedIn.pilot(user, org)
                .request()
                .get(PATH)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .asString();

        assertThat(body)
                .isEqualTo(("{'N':{'id':'N','company_id':'N','active':true,'group':'premium',"
                                + "'name':'Acme Flight School','color':'#3498db',"
                                + "'logo':'https://acme.example/logo.svg'}}")
                        .replace('\'', '"')
                        .replace("N", Long.toString(org)));
    }

    @Test
    void everyActiveMembershipIsListedById() {
        long user = fixtures.user();
        long first = fixtures.organization("First");
        long second = fixtures.organization("Second");
        fixtures.member(user, second);
        fixtures.member(user, first);

        Map<String, Map<String, Object>> listed = list(SignedIn.pilot(user, second));

        assertThat(listed.keySet()).containsExactly(Long.toString(first), Long.toString(second));
        assertThat(listed.get(Long.toString(second))).containsEntry("name", "Second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "inactive"})
    void aMembershipThatIsNotActiveIsNotListed(String status) {
        long user = fixtures.user();
        long org = fixtures.organization("Acme");
        fixtures.member(user, org, status);

        assertThat(list(SignedIn.withoutOrganization(user))).isEmpty();
    }

    @Test
    void anInactiveOrganizationIsListedAsSuch() {
        long user = fixtures.user();
        long org = fixtures.organization("Closed for Winter");
        fixtures.member(user, org);
        fixtures.changeOrganization(org, "active = false");

        assertThat(list(SignedIn.pilot(user, org)).get(Long.toString(org))).containsEntry("active", false);
    }

    @Test
    void anotherPersonsOrganizationsAreNotListed() {
        long user = fixtures.user();
        long other = fixtures.user();
        long org = fixtures.organization("Not Yours");
        fixtures.member(other, org);

        assertThat(list(SignedIn.pilot(user, org))).isEmpty();
    }

    @Test
    void anOrganizationWithoutALogoSaysSo() {
        long user = fixtures.user();
        long org = fixtures.organization("Plain");
        fixtures.member(user, org);

        Map<String, Object> listed = list(SignedIn.pilot(user, org)).get(Long.toString(org));

        assertThat(listed).containsEntry("logo", null).containsEntry("group", "free");
    }

    @Test
    void nobodyListsWithoutAToken() {
        given().get(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("result", is(false));
    }

    @Test
    void aServiceTokenIsNoUser() {
        ServiceCaller.to("org-service").get(PATH).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void onlyReadingIsAllowed(String method) {
        SignedIn.withoutOrganization(fixtures.user())
                .request()
                .request(method, PATH)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
    }

    private static Map<String, Map<String, Object>> list(SignedIn caller) {
        return caller.request().get(PATH).then().statusCode(200).extract().path("");
    }
}
