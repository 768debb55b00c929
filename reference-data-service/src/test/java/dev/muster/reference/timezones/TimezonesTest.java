package dev.muster.reference.timezones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.reference.Conditional;
import dev.muster.reference.ReferenceDataTest;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import io.restassured.http.ContentType;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ReferenceDataTest
class TimezonesTest {

    private static final String PATH = "/users/timezones.json";

    private final SignedIn caller = SignedIn.pilot(100_200, 42);

    @Test
    void theFixedPointsHold() {
        caller.request()
                .get(PATH)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("1", equalTo("Pacific/Midway"))
                .body("85", equalTo("Europe/Madrid"))
                .body("90", equalTo("Atlantic/Canary"))
                .body("160", equalTo("America/New_York"));
    }

    @Test
    void placesHaveTheirPresentName() {
        Map<String, String> timezones = caller.request().get(PATH).as(Names.class);

        assertThat(timezones.values())
                .doesNotHaveDuplicates()
                .contains(
                        "Asia/Kolkata", "Europe/Kyiv", "Asia/Ho_Chi_Minh", "Pacific/Kanton", "America/Nuuk", "Etc/UTC")
                .doesNotContain("Asia/Calcutta", "Europe/Kiev", "US/Eastern", "GMT", "EST5EDT");
    }

    @Test
    void everyZoneHasRulesUnlessItIsNewerThanThisJava() {
        Map<String, String> timezones = caller.request().get(PATH).as(Names.class);

        assertThat(timezones.values())
                .filteredOn(zone -> !ZoneId.getAvailableZoneIds().contains(zone))
                .as("zones newer than the Java runtime's data")
                .isSubsetOf("America/Coyhaique");
    }

    @Test
    void theLanguageChangesNothing() {
        String english = caller.request().get(PATH).header("ETag");

        caller.request()
                .header("Accept-Language", "ja")
                .header("If-None-Match", english)
                .get(PATH)
                .then()
                .statusCode(304);
    }

    @Test
    void anAnswerThatTheClientHoldsIsNotSentAgain() {
        Conditional.check(caller::request, PATH, "private, max-age=86400", null);
    }

    @Test
    void aCallerWithoutAnOrganizationSeesThemToo() {
        SignedIn.withoutOrganization(100_201).request().get(PATH).then().statusCode(200);
    }

    @Test
    void servicesLearnTheNamesOfIds() {
        List<Map<String, Object>> ids = ServiceCaller.to("reference-data-service")
                .get("/internal/reference/timezones")
                .then()
                .statusCode(200)
                .extract()
                .path("");

        assertThat(ids)
                .hasSizeGreaterThanOrEqualTo(419)
                .contains(
                        Map.of("id", 1, "name", "Pacific/Midway"),
                        Map.of("id", 85, "name", "Europe/Madrid"),
                        Map.of("id", 160, "name", "America/New_York"));
    }

    @Test
    void servicesAreToldWhenTheirIdsAreCurrent() {
        Conditional.check(
                () -> ServiceCaller.to("reference-data-service"),
                "/internal/reference/timezones",
                "private, max-age=86400",
                null);
    }

    private static final class Names extends LinkedHashMap<String, String> {}
}
