package dev.muster.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+61 2 5550", "-1", "@SUM(A1)", "\tx", "\rx", "'=1+1", "''@x"})
    void aCellThatCouldBeAFormulaIsTextAndComesBackAsItWas(String text) {
        String cell = CsvCell.of(text);

        assertThat(cell).isEqualTo("'" + text);
        assertThat(CsvCell.textOf(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "PPL;=cmd|calc, PPL;'=cmd|calc",
                "=1;=2, '=1;'=2",
                ";;@x;, ;;'@x;",
                "\uFF1D1+1, '\uFF1D1+1",
                "a;\uFF0B1;\uFF0D1;\uFF20x, a;'\uFF0B1;'\uFF0D1;'\uFF20x"
            })
    void eachPartBetweenSemicolonsIsTextAndComesBackAsItWas(String text, String expected) {
        String cell = CsvCell.of(text);

        assertThat(cell).isEqualTo(expected);
        assertThat(CsvCell.textOf(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Jamie", "1-1", "'quoted'", "'", "O'Brian", "a;b", "a; =b", "';'"})
    void otherTextStaysAsItIs(String text) {
        assertThat(CsvCell.of(text)).isEqualTo(text);
        assertThat(CsvCell.textOf(text)).isEqualTo(text);
    }
}
