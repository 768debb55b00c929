package dev.muster.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCountTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'email', 0",
        "'email|a|b', 2",
        "'email|a|b|', 2",
        "'email||a||b||', 2",
        "'email|\"a|a\"|b', 2",
        "'email|\"a\"\"|a\"|b', 2"
    })
    void rowsAreCountedWithoutHeaderEmptyLinesAndBreaksInQuotes(String csv, long rows) {
        for (String lineBreak : new String[] {"\n", "\r\n", "\r"}) {
            RowCount count = new RowCount();
            byte[] bytes = csv.replace("|", lineBreak).getBytes(StandardCharsets.UTF_8);
            for (byte one : bytes) {
                count.add(new byte[] {one});
            }
            assertThat(count.rows()).isEqualTo(rows);
        }
    }
}
