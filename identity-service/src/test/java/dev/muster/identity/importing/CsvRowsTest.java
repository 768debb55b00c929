package dev.muster.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.identity.company.DirectoryRules;
import dev.muster.identity.importing.Database.DatabaseFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    private static final DirectoryRules RULES = new DirectoryRules(false, Set.of("ES"), Set.of("admin"), "keaz", false);

    @Test
    void linesAreThoseOfTheFile() throws IOException {
        List<ImportedRow> rows =
                read("name,email\nA,a@b.example\n\n\"B\",\"b@b.example\"\n\"C\nD\",c@b.example\nE,e@b.example");

        assertThat(rows).extracting(ImportedRow::line).containsExactly(2L, 4L, 5L, 7L);
        assertThat(rows).extracting(ImportedRow::isGood).containsExactly(true, true, false, true);
    }

    @Test
    void listsAreSeparatedBySemicolonsAlsoWhereCellsAre() throws IOException {
        List<ImportedRow> rows = read("\uFEFFemail;branch_ids;perms\na@b.example;\"1; 2;\";admin\n");

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.rejections()).isEmpty();
            assertThat(row.fields().list("branch_ids")).containsExactly("1", "2");
            assertThat(row.fields().list("perms")).containsExactly("admin");
        });
    }

    @Test
    void anApostropheThatKeepsACellFromBeingAFormulaIsNotPartOfIt() throws IOException {
        assertThat(read("email,contact_number\na@b.example,'+61 2\n")
                        .get(0)
                        .fields()
                        .membershipChanges())
                .isEmpty();
        assertThat(read("email,employee_id\na@b.example,'=1+1\n")
                        .get(0)
                        .fields()
                        .membershipChanges())
                .containsEntry("employeeId", "=1+1");
    }

    @Test
    void eachThingThatIsWrongWithARowIsToldOnItsOwn() throws IOException {
        List<ImportedRow> rows = read("name,email,perms\nA!,nobody,admin;fly\nB,,\nC\nD,d@b.example,,\n");

        assertThat(rows.get(0).rejections())
                .extracting(Rejection::line, Rejection::field, Rejection::code)
                .containsExactlyInAnyOrder(
                        tuple(2L, "name", "invalid_value"),
                        tuple(2L, "email", "invalid_value"),
                        tuple(2L, "perms", "unknown_permission"));
        assertThat(rows.get(1).rejections()).extracting(Rejection::code).containsExactly("required");
        assertThat(rows.get(2).rejections()).extracting(Rejection::code).containsExactly("wrong_cell_count");
        assertThat(rows.get(3).rejections()).extracting(Rejection::code).containsExactly("wrong_cell_count");
    }

    @Test
    void bytesThatAreNotUtf8AreToldOfTheirRowOnly() throws IOException {
        byte[] file = "email,employee_id\na@b.example,x\nc@d.example,y\n".getBytes(StandardCharsets.UTF_8);
        file["email,employee_id\na@b.example,".length()] = (byte) 0xFF;

        List<ImportedRow> rows = read(file);

        assertThat(rows.get(0).rejections()).extracting(Rejection::code).containsExactly("not_utf8");
        assertThat(rows.get(1).rejections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"b\"x,", "\"never ends,\nc,c@b.example\n", "\"unfinished"})
    void whatIsBeforeTheEndOfTheCsvIsReadAndThenTold(String broken) throws IOException {
        byte[] file = ("name,email\nA,a@b.example\nB," + broken).getBytes(StandardCharsets.UTF_8);
        try (CsvRows rows = open(file)) {
            List<ImportedRow> batch = rows.next(1000);

            assertThat(batch).extracting(ImportedRow::isGood).containsExactly(true, false);
            assertThat(batch.get(1).rejections())
                    .extracting(Rejection::line, Rejection::field, Rejection::code)
                    .containsExactly(tuple(3L, "email", "malformed_csv"));
            assertThat(rows.isBroken()).isTrue();
            assertThat(rows.next(1000)).isEmpty();
        }
    }

    @Test
    void aCellThatNeverEndsIsNotHeldInMemory() throws IOException {
        byte[] file = ("email\n\"" + "x".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream stream = new ByteArrayInputStream(file);
        try (CsvRows rows = new CsvRows(CsvHeader.of(file, file.length), stream, RULES)) {
            assertThat(rows.next(1000))
                    .flatExtracting(ImportedRow::rejections)
                    .extracting(Rejection::code)
                    .containsExactly("malformed_csv");
            assertThat(stream.available()).isPositive();
        }
    }

    @Test
    void aRowThatIsTooLongIsRefusedAndTheRestIsRead() throws IOException {
        String longRow = "L,\"" + "x\n".repeat(40_000) + "\"\n";
        String manyCells = ",".repeat(70_000) + "\n";

        List<ImportedRow> rows = read("name,email\nA,a@b.example\n" + longRow + manyCells + "B,b@b.example\n");

        assertThat(rows).extracting(ImportedRow::line).containsExactly(2L, 3L, 40_004L, 40_005L);
        assertThat(rows).extracting(ImportedRow::isGood).containsExactly(true, false, false, true);
        assertThat(rows)
                .flatExtracting(ImportedRow::rejections)
                .extracting(Rejection::code)
                .containsExactly("too_long", "too_long");
    }

    @Test
    void aRowWhoseCheckFailsCostsNoOtherRow() throws IOException {
        Set<String> defect = new AbstractSet<>() {
            @Override
            public Iterator<String> iterator() {
                return List.of("ES", "PT").iterator();
            }

            @Override
            public int size() {
                return 2;
            }

            @Override
            public boolean contains(Object country) {
                if ("XX".equals(country)) {
                    throw new IllegalStateException("injected");
                }
                return super.contains(country);
            }
        };
        byte[] file = "email,license_country\na@b.example,ES\nb@b.example,XX\nc@b.example,PT\n"
                .getBytes(StandardCharsets.UTF_8);
        DirectoryRules rules = new DirectoryRules(false, defect, Set.of(), "keaz", false);
        try (CsvRows rows = new CsvRows(CsvHeader.of(file, file.length), new ByteArrayInputStream(file), rules)) {
            List<ImportedRow> batch = rows.next(1000);

            assertThat(batch).extracting(ImportedRow::isGood).containsExactly(true, false, true);
            assertThat(batch.get(1).rejections())
                    .extracting(Rejection::line, Rejection::code)
                    .containsExactly(tuple(3L, "not_checked"));
        }
    }

    @Test
    void aLostDatabaseIsNoFaultOfTheFile() throws IOException {
        byte[] start = "email\na@b.example\n".getBytes(StandardCharsets.UTF_8);
        InputStream cut = new ChunkStream(number -> {
            if (number > 0) {
                throw new DatabaseFailure(new SQLException("gone", "08006"));
            }
            return Optional.of(start);
        });
        try (CsvRows rows = new CsvRows(CsvHeader.of(start, start.length), cut, RULES)) {
            assertThatThrownBy(() -> rows.next(1000)).isInstanceOf(DatabaseFailure.class);
            assertThat(rows.isBroken()).isFalse();
        }
    }

    @Test
    void aBatchHasSoManyRowsAtMostAndFewerLongOnes() throws IOException {
        String row = "a@b.example," + "x".repeat(10_000) + "\n";
        try (CsvRows rows = open(("email,name\n" + row.repeat(300)).getBytes(StandardCharsets.UTF_8))) {
            assertThat(rows.next(7)).hasSize(7);
            assertThat(rows.next(1000)).hasSizeLessThan(150);
        }
    }

    @Test
    void rowsThatWereTakenBeforeArePassedOver() throws IOException {
        try (CsvRows rows = open("email\na@b.example\nb@b.example\nc@b.example\n".getBytes(StandardCharsets.UTF_8))) {
            rows.skip(2);

            assertThat(rows.next(10)).extracting(ImportedRow::emailKey).containsExactly("c@b.example");
            assertThat(rows.next(10)).isEmpty();
        }
    }

    @Test
    void aFileInPiecesIsReadAsOne() {
        byte[] file = "email\na@b.example\n".getBytes(StandardCharsets.UTF_8);
        ChunkStream stream = new ChunkStream(number -> number * 5 >= file.length
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(file, number * 5, Math.min(file.length, number * 5 + 5))));

        byte[] buffer = new byte[file.length + 5];
        List<Integer> lengths = new ArrayList<>();
        int total = 0;
        for (int read = stream.read(buffer, 0, 5); read >= 0; read = stream.read(buffer, total, 5)) {
            lengths.add(read);
            total += read;
        }

        assertThat(Arrays.copyOf(buffer, total)).isEqualTo(file);
        assertThat(lengths).containsExactly(5, 5, 5, 3);
        assertThat(stream.read()).isEqualTo(-1);
    }

    private static List<ImportedRow> read(String file) throws IOException {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ImportedRow> read(byte[] file) throws IOException {
        try (CsvRows rows = open(file)) {
            return rows.next(1000);
        }
    }

    private static CsvRows open(byte[] file) {
        return new CsvRows(CsvHeader.of(file, file.length), new ByteArrayInputStream(file), RULES);
    }
}
