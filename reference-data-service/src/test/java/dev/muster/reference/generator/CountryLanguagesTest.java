package dev.muster.reference.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountryLanguagesTest {

    private static final CountryLanguages LANGUAGES = new CountryLanguages(IcuCountries.codesByEnglishName());

    private static final List<String> TABLE = LANGUAGES.table().lines().toList();

    @Test
    void aLanguageHasItsList() {
        assertThat(TABLE).contains("en,en", "es,es", "ja,ja");
        assertThat(LANGUAGES.lists().get("es").lines()).contains("ES,España", "US,Estados Unidos");
    }

    @Test
    void aRegionWithTheSameNamesIsLeftOut() {
        assertThat(TABLE).noneMatch(line -> line.startsWith("es-ES,") || line.startsWith("en-US,"));
    }

    @Test
    void aRegionWithOtherNamesHasItsOwnList() {
        assertThat(TABLE).contains("de-CH,de-CH");
        assertThat(LANGUAGES.lists().get("de").lines()).contains("BY,Belarus");
        assertThat(LANGUAGES.lists().get("de-CH").lines()).contains("BW,Botswana");
    }

    @Test
    void regionsWithTheSameNamesShareOneList() {
        assertThat(TABLE).contains("pt-PT,pt-AO", "pt-AO,pt-AO", "no,nb");
    }

    @Test
    void aRegionThatWritesInAnotherScriptFindsIt() {
        assertThat(TABLE).contains("zh-TW,zh-Hant", "zh-HK,zh-Hant-HK", "zh-Hant,zh-Hant");
    }

    @Test
    void aScriptWithoutNamesIsEnglishAndNotTheLanguagesOtherScript() {
        assertThat(TABLE).contains("pa,pa", "pa-Arab,en", "pa-PK,en");
    }

    @Test
    void aLanguageWithTooFewNamesIsNotOffered() {
        assertThat(TABLE).noneMatch(line -> line.startsWith("kl,"));
    }

    @Test
    void everyListNamesEveryCountry() {
        assertThat(LANGUAGES.lists())
                .hasSizeGreaterThan(150)
                .allSatisfy((list, file) -> assertThat(file.lines())
                        .as(list)
                        .hasSize(250)
                        .allMatch(line -> line.matches("alpha2,name|[A-Z]{2},\\S.*\\S|[A-Z]{2},\\S")));
    }

    @Test
    void everyListIsThereForATag() {
        assertThat(TABLE.stream().skip(1).map(line -> line.split(",", 2)[1]).distinct())
                .containsExactlyInAnyOrderElementsOf(LANGUAGES.lists().keySet());
    }
}
