package dev.muster.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataFileTest {

    @Test
    void theHeadingIsNoRow() {
        assertThat(DataFile.rows("countries.csv", 3)).first().isEqualTo(List.of("1", "AF", "Afghanistan"));
    }

    @Test
    void namesAreReadAsUtf8() {
        assertThat(DataFile.rows("names/ja.csv", 2)).contains(List.of("ES", "スペイン"));
    }

    @Test
    void theLastCellKeepsItsCommas() {
        assertThat(DataFile.rows("countries.csv", 2)).contains(List.of("195", "ES,Spain"));
    }

    @Test
    void aFileThatDoesNotShipIsNamed() {
        assertThatThrownBy(() -> DataFile.rows("names/xx.csv", 2)).hasMessageContaining("names/xx.csv");
    }
}
