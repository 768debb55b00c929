package dev.muster.identity.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderLanguageTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "en, ENGLISH",
                "es-MX, SPANISH",
                "FR, FRENCH",
                "de-AT, GERMAN",
                "pt, ENGLISH",
                "!!, ENGLISH",
                "-, ENGLISH"
            })
    void aLanguageTagIsReadByItsLanguage(String tag, ReaderLanguage expected) {
        assertThat(ReaderLanguage.of(tag)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "de-CH,fr;q=0.9|GERMAN",
                "pt-BR,es;q=0.7,en;q=0.2|SPANISH",
                "en;q=0.1,fr;q=0.9|FRENCH",
                "*|ENGLISH",
                ";;q=x|ENGLISH",
                "-|ENGLISH"
            })
    void theFirstAcceptedLanguageThatMusterWritesIsTaken(String header, ReaderLanguage expected) {
        assertThat(ReaderLanguage.accepted(header)).isEqualTo(expected);
    }
}
