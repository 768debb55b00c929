package dev.muster.identity.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u202E", "\u2066", "\u200B", "\u00AD", "\uFEFF", "\u0007", "\uD800", "\u2028", "\u2029"})
    void whatIsInvisibleOrTurnsTextAroundIsNoText(String character) {
        assertThat(PrintableText.isLine("Ada" + character + "Example")).isFalse();
        assertThat(PrintableText.is("Ada" + character + "Example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200C", "\u200D", "\u00E9", "e\u0301", "\uD83D\uDE00", "\u2019", " "})
    void whatScriptsNeedIsText(String character) {
        assertThat(PrintableText.isLine("Ada" + character + "Example")).isTrue();
    }

    @Test
    void onlyLinesBreak() {
        assertThat(PrintableText.is("One\r\n\tTwo")).isTrue();
        assertThat(PrintableText.isLine("One\nTwo")).isFalse();
    }
}
