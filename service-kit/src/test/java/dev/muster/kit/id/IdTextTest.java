package dev.muster.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTextTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 9, 10, 100_000, 999_999_999_999_999_999L})
    void whatIsAnIdIsRead(long id) {
        assertThat(IdText.parse(Long.toString(id))).contains(id);
        assertThat(IdText.isId(Long.toString(id))).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"0", "01", "-1", "+1", " 1", "1 ", "1\n", "1.0", "1e3", "x", "\u0661", "1000000000000000000"})
    void whatIsNoneIsNone(String text) {
        assertThat(IdText.parse(text)).isEmpty();
        assertThat(IdText.isId(text)).isFalse();
    }
}
