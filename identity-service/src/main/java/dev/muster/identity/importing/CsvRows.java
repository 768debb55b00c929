package dev.muster.identity.importing;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.muster.identity.company.DirectoryFields;
import dev.muster.identity.company.DirectoryRules;
import dev.muster.identity.importing.Database.DatabaseFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Reads the rows of a file one after the other, holding one batch at most. */
final class CsvRows implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CsvRows.class);

    /** The longest cell that the rest of a file is looked for behind; a quote that never ends must not fill the memory. */
    private static final int LONGEST_CELL = 1024 * 1024;

    /** A batch of long rows has fewer of them. */
    private static final long MOST_CHARACTERS = 1024 * 1024;

    private static final int MOST_REJECTIONS = 20;
    private static final Pattern BETWEEN_ENTRIES = Pattern.compile(";");
    private static final char REPLACEMENT = '\uFFFD';

    private final CsvHeader header;
    private final DirectoryRules rules;
    private final CsvRowReader cells = new CsvRowReader();
    private final CsvReader<CsvRow> reader;
    private final CloseableIterator<CsvRow> rows;
    private boolean broken;

    /** Starts behind the header; {@code file} begins at its first byte. */
    CsvRows(CsvHeader header, InputStream file, DirectoryRules rules) {
        this.header = header;
        this.rules = rules;
        this.reader = CsvReader.builder()
                .fieldSeparator(header.separator())
                .maxBufferSize(LONGEST_CELL)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(cells, new InputStreamReader(file, StandardCharsets.UTF_8));
        this.rows = reader.iterator();
        rows.next();
    }

    /** Passes over so many rows. */
    void skip(long count) {
        for (long i = 0; i < count && !broken; i++) {
            read();
        }
    }

    /** The next rows, empty at the end; where the file is no CSV any more it ends with a row that says so. */
    List<ImportedRow> next(int most) {
        List<ImportedRow> batch = new ArrayList<>(most);
        long characters = 0;
        while (!broken && batch.size() < most && characters < MOST_CHARACTERS) {
            Optional<CsvRow> row = read();
            if (row.isEmpty() && !broken) {
                break;
            }
            characters += row.map(CsvRow::length).orElse(0L);
            batch.add(row.map(this::check).orElseGet(this::fault));
        }
        return batch;
    }

    /** Whether the file is no CSV behind the rows that were read. */
    boolean isBroken() {
        return broken;
    }

    /** The next row as it stands there; empty behind the last one, and for the one where the file breaks. */
    private Optional<CsvRow> read() {
        try {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (CsvParseException failure) {
            requireFileAtFault(failure);
            broken = true;
            return Optional.empty();
        }
    }

    /** The reader reports a lost database like a broken file; only the file is broken for good. */
    private static void requireFileAtFault(CsvParseException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseFailure away) {
                throw away;
            }
        }
    }

    private ImportedRow fault() {
        int index = cells.cellsRead();
        String column = index < header.columns().size() ? header.columns().get(index) : null;
        return refused(
                cells.line(),
                column,
                "malformed_csv",
                "A quoted cell does not end, or something stands behind its end; nothing from here on can be read");
    }

    private ImportedRow check(CsvRow row) {
        if (row.tooLong()) {
            return refused(
                    row.line(), null, "too_long", "A row has at most " + CsvRowReader.LONGEST_ROW + " characters");
        }
        if (row.cells().size() != header.columns().size()) {
            String detail = "The row has " + row.cells().size() + " cells, the header has "
                    + header.columns().size();
            return refused(row.line(), null, "wrong_cell_count", detail);
        }
        try {
            return checkCells(row);
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "The row in line %d of a file cannot be checked", row.line());
            return refused(row.line(), null, "not_checked", "A fault of ours keeps this row from being checked");
        }
    }

    private static ImportedRow refused(long line, String field, String code, String detail) {
        return new ImportedRow(line, null, List.of(new Rejection(line, field, code, detail)));
    }

    private ImportedRow checkCells(CsvRow row) {
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        List<Rejection> rejections = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String column = header.columns().get(i);
            String text = CsvCell.textOf(row.cells().get(i).strip());
            if (text.indexOf(REPLACEMENT) >= 0) {
                rejections.add(new Rejection(row.line(), column, "not_utf8", "This cell is not UTF-8"));
            } else if (DirectoryFields.LISTS.contains(column)) {
                lists.put(column, entries(text));
            } else if (!text.isEmpty()) {
                texts.put(column, text);
            }
        }
        return check(row.line(), texts, lists, rejections);
    }

    private ImportedRow check(
            long line, Map<String, String> texts, Map<String, List<String>> lists, List<Rejection> rejections) {
        DirectoryFields fields = DirectoryFields.read(texts, lists, rules);
        fields.errors().stream()
                .limit(MOST_REJECTIONS)
                .map(error -> Rejection.of(line, error))
                .forEach(rejections::add);
        if (!texts.containsKey("email") && rejections.stream().noneMatch(one -> "email".equals(one.field()))) {
            rejections.add(new Rejection(line, "email", "required", "This field is needed"));
        }
        return new ImportedRow(line, fields, List.copyOf(rejections));
    }

    private static List<String> entries(String cell) {
        return BETWEEN_ENTRIES
                .splitAsStream(cell)
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
