package dev.muster.reference.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdTableTest {

    private static final String HEADER = "id,key,name";

    @Test
    void aFileReadAndWrittenIsTheSameFile() {
        String file = "id,key,name\n1,a,Alpha\n2,b,Beta, the second\n";

        assertThat(IdTable.parse(HEADER, file).csv()).isEqualTo(file);
    }

    @Test
    void noFileIsAnEmptyTable() {
        assertThat(IdTable.parse(HEADER, null).csv()).isEqualTo("id,key,name\n");
    }

    @Test
    void aNewNameReplacesTheOldOneUnderTheSameId() {
        IdTable table = IdTable.parse(HEADER, "id,key,name\n1,Europe/Kiev,Europe/Kiev\n");

        IdTable next = table.extend(Map.of(), List.of("Europe/Kiev"), key -> "Europe/Kyiv");

        assertThat(next.csv()).isEqualTo("id,key,name\n1,Europe/Kiev,Europe/Kyiv\n");
    }

    @Test
    void aRowThatTheSourceHasDroppedStaysAsItWas() {
        IdTable table = IdTable.parse(HEADER, "id,key,name\n1,AN,Netherlands Antilles\n");

        IdTable next = table.extend(Map.of(), List.of("CW"), key -> "Curaçao");

        assertThat(next.csv()).isEqualTo("id,key,name\n1,AN,Netherlands Antilles\n2,CW,Curaçao\n");
    }
}
