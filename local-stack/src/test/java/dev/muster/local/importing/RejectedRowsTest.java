package dev.muster.local.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.StackFailure;
import dev.muster.local.importing.ImportJob.Rejection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectedRowsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain, plain",
                "`a, b`, `\"a, b\"`",
                "say \"no\", `\"say \"\"no\"\"\"`",
                "=1+1, '=1+1",
                "@cmd, '@cmd"
            })
    void aCellIsWhatASpreadsheetReadsAsText(String detail, String cell) {
        String csv = new RejectedRows(List.of(new Rejection(2, null, "BAD", detail))).csv();

        assertThat(csv).isEqualTo("line,field,code,detail\n2,,BAD," + cell + "\n");
    }

    @Test
    void aReportThatCannotBeWrittenIsSaid(@TempDir Path directory) {
        assertThatThrownBy(() -> new RejectedRows(List.of()).write(directory.resolve("no/such/file.csv")))
                .isInstanceOf(StackFailure.class)
                .hasMessageStartingWith("cannot write");
    }
}
