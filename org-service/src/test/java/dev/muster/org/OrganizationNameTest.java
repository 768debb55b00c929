package dev.muster.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationNameTest {

    @ParameterizedTest
    @CsvSource({
        "Acme Flight School,acme-flight-school-7",
        "Aéro-Club d'Été,aero-club-d-ete-7",
        "42,42-7",
        "---,organization-7",
        "日本航空,organization-7",
        "Ｗｉｄｅ,wide-7"
    })
    void aSlugIsPlainAndEndsWithTheId(String name, String slug) {
        assertThat(name(name).slug(7)).isEqualTo(slug);
    }

    @Test
    void theSlugOfTheLongestNameFits() {
        assertThat(name("ß".repeat(100)).slug(Long.MAX_VALUE)).hasSizeLessThanOrEqualTo(128);
        assertThat(name("㋿".repeat(100)).slug(Long.MAX_VALUE)).hasSizeLessThanOrEqualTo(128);
        assertThat(name("x".repeat(100)).slug(Long.MAX_VALUE)).hasSize(120);
    }

    @Test
    void spacesAroundANameAreDropped() {
        assertThat(name(" \tAcme\u2003").value()).isEqualTo("Acme");
    }

    @Test
    void twoSpellingsOfOneNameAreOne() {
        assertThat(name("E\u0301te")).isEqualTo(name("\u00c9te"));
    }

    @Test
    void aNameIsCountedInCharactersAsPeopleCountThem() {
        assertThat(name("😀".repeat(100)).value()).hasSize(200);
        assertThatThrownBy(() -> name("😀".repeat(101))).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u2028b", "a\ud800b", "a\u0085b", "a\ue000b"})
    void whatIsNoTextIsRefused(String text) {
        assertThatThrownBy(() -> name(text)).isInstanceOf(ProblemException.class);
    }

    private static OrganizationName name(String text) {
        return OrganizationName.of(text, "/organization_name");
    }
}
