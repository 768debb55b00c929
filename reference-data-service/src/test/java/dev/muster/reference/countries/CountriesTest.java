package dev.muster.reference.countries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.muster.reference.Conditional;
import dev.muster.reference.ReferenceDataTest;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ReferenceDataTest
class CountriesTest {

    private static final String PATH = "/users/countries.json";

    private final SignedIn caller = SignedIn.pilot(100_100, 42);

    @Test
    void theFixedPointsHold() {
        countries("en")
                .contentType(ContentType.JSON)
                .header("Content-Language", "en")
                .body("1", equalTo("Afghanistan"))
                .body("195", equalTo("Spain"))
                .body("230", equalTo("United States"));
    }

    @Test
    void everyIsoCountryIsListedByAscendingId() {
        Map<String, String> countries = countries("en").extract().as(Names.class);

        assertThat(countries.keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, countries.size())
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(countries).hasSizeGreaterThanOrEqualTo(Locale.getISOCountries().length);
        assertThat(countries.values()).doesNotHaveDuplicates().doesNotContainNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | España | Estados Unidos",
                "fr | Espagne | États-Unis",
                "de | Spanien | Vereinigte Staaten",
                "ja | スペイン | アメリカ合衆国",
                "zh-TW | 西班牙 | 美國",
                "zh-CN | 西班牙 | 美国",
                "ar | إسبانيا | الولايات المتحدة",
                "pt-PT | Espanha | Estados Unidos",
                "es-AR,en;q=0.5 | España | Estados Unidos",
                "tlh, fr;q=0.8, en;q=0.7 | Espagne | États-Unis",
                "en;q=0.2, de;q=0.9 | Spanien | Vereinigte Staaten",
            })
    void namesAreInTheCallersLanguage(String acceptLanguage, String spain, String unitedStates) {
        countries(acceptLanguage)
                .header("Vary", "Accept-Language")
                .body("195", equalTo(spain))
                .body("230", equalTo(unitedStates));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlh", "*", "!!", "es;q=0", "es;q=lots", ";;;,,,", "klingon-and-nothing-else"})
    void whatIsNoKnownLanguageIsEnglish(String acceptLanguage) {
        countries(acceptLanguage).header("Content-Language", "en").body("195", equalTo("Spain"));
    }

    @Test
    void withoutALanguageNamesAreEnglish() {
        caller.request().get(PATH).then().statusCode(200).body("195", equalTo("Spain"));
    }

    @Test
    void aRegionSaysWhereItDiffers() {
        String britain =
                countries("en-GB").header("Content-Language", "en-GB").extract().path("208");
        String america =
                countries("en-US").header("Content-Language", "en").extract().path("208");

        assertThat(List.of(britain, america)).containsExactly("St Lucia", "St. Lucia");
    }

    @Test
    void idsMeanTheSameCountryInEveryLanguage() {
        Map<String, String> english = countries("en").extract().as(Names.class);
        for (String language : List.of("es", "ja", "ar", "de-CH", "sr-Latn")) {
            Map<String, String> names = countries(language).extract().as(Names.class);
            assertThat(names.keySet()).as(language).containsExactlyElementsOf(english.keySet());
        }
    }

    @Test
    void anAnswerThatTheClientHoldsIsNotSentAgain() {
        Conditional.check(caller::request, PATH, "private, max-age=86400", "Accept-Language");
    }

    @Test
    void oneLanguagesTagIsNotAnothers() {
        String spanish = countries("es").extract().header("ETag");

        caller.request()
                .header("Accept-Language", "fr")
                .header("If-None-Match", spanish)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("195", equalTo("Espagne"));
    }

    @Test
    void theSameLanguageKeepsItsTagHoweverItIsAskedFor() {
        String tag = countries("es").extract().header("ETag");

        assertThat(countries("es-ES, en;q=0.5").extract().header("ETag")).isEqualTo(tag);
    }

    @Test
    void aCallerWithoutAnOrganizationSeesThemToo() {
        SignedIn.withoutOrganization(100_101).request().get(PATH).then().statusCode(200);
    }

    @Test
    void servicesLearnTheCodesOfIds() {
        List<Map<String, Object>> codes = ServiceCaller.to("reference-data-service")
                .get("/internal/reference/countries")
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("private"))
                .extract()
                .path("");

        assertThat(codes)
                .contains(
                        Map.of("id", 1, "alpha2", "AF"),
                        Map.of("id", 195, "alpha2", "ES"),
                        Map.of("id", 230, "alpha2", "US"));
        assertThat(codes).extracting(code -> code.get("alpha2")).contains((Object[]) Locale.getISOCountries());
    }

    @Test
    void servicesAreToldWhenTheirCodesAreCurrent() {
        Conditional.check(
                () -> ServiceCaller.to("reference-data-service"),
                "/internal/reference/countries",
                "private, max-age=86400",
                null);
    }

    private ValidatableResponse countries(String acceptLanguage) {
        return caller.request()
                .header("Accept-Language", acceptLanguage)
                .get(PATH)
                .then()
                .statusCode(200);
    }

    private static final class Names extends LinkedHashMap<String, String> {}
}
