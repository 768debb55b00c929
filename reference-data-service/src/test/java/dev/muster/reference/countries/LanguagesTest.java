package dev.muster.reference.countries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    private final Languages languages = new Languages();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | es",
                "es-ES | es",
                "es-MX | es-MX",
                "ES-mx | es-MX",
                "es-Latn-ES-valencia | es",
                "pt-PT | pt-PT",
                "pt-BR | pt",
                "zh-TW | zh-TW",
                "zh-Hant-TW | zh-Hant",
                "zh-CN | zh",
                "en-GB | en-GB",
                "en-US | en",
                "sr-Latn-RS | sr-Latn",
                "iw | he",
                "pa-PK | pa-PK",
            })
    void aRangeFindsTheNearestLanguage(String header, String tag) {
        assertThat(languages.choose(header).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr;q=0.3, de;q=0.9, en;q=0.1 | de",
                "fr, de;q=0.9 | fr",
                "tlh, ja;q=0.5, en;q=0.1 | ja",
                "tlh-AA, x-private, fr-CA;q=0.2 | fr-CA",
                "de;q=0, fr;q=0.1 | fr",
                "de;q=0 | en",
                "*;q=0.5, it;q=0.1 | it",
            })
    void theMostWantedKnownLanguageWins(String header, String tag) {
        assertThat(languages.choose(header).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*", "tlh", "x", "!!! ???", "es;q=much", "es;q=2", ",,,;;;", "\u0000", "ünsinn"})
    void nothingUsableIsEnglish(String header) {
        assertThat(languages.choose(header)).isEqualTo(Languages.ENGLISH);
    }

    @Test
    void aHeaderThatNoClientSendsIsNotRead() {
        String header = "es, ".repeat(100) + "es";

        assertThat(languages.choose(header)).isEqualTo(Languages.ENGLISH);
    }

    @Test
    void languagesThatShareNamesShareTheList() {
        assertThat(languages.choose("pt-PT").list())
                .isEqualTo(languages.choose("pt-AO").list());
    }
}
