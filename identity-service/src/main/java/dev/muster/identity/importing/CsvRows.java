package dev.muster.identity.importing;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.muster.identity.company.DirectoryFields;
import dev.muster.identity.company.DirectoryRules;
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

/** Reads the rows of a file one after the other, holding one batch at most. */
final class CsvRows implements AutoCloseable {

    /** The longest row, in characters; a file whose quote never ends must not be collected in memory. */
    private static final int LONGEST_ROW = 64 * 1024;

    /** A batch of long rows has fewer of them. */
    private static final long MOST_CHARACTERS = 1024 * 1024;

    private static final int MOST_REJECTIONS = 20;
    private static final Pattern BETWEEN_ENTRIES = Pattern.compile(";");
    private static final char REPLACEMENT = '\uFFFD';

    private final CsvHeader header;
    private final DirectoryRules rules;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private CsvParseException unreadable;

    /** Starts behind the header; {@code file} begins at its first byte. */
    CsvRows(CsvHeader header, InputStream file, DirectoryRules rules) {
        this.header = header;
        this.rules = rules;
        this.reader = CsvReader.builder()
                .fieldSeparator(header.separator())
                .maxBufferSize(LONGEST_ROW)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8));
        this.records = reader.iterator();
        records.next();
    }

    /** Passes over so many rows. */
    void skip(long rows) throws CsvParseException {
        for (long i = 0; i < rows && records.hasNext(); i++) {
            records.next();
        }
    }

    /** The next rows, empty at the end of the file; fails where the file is no CSV any more, after what is before that. */
    List<ImportedRow> next(int most) throws CsvParseException {
        List<ImportedRow> rows = new ArrayList<>(most);
        long characters = 0;
        Optional<CsvRecord> record = readable();
        while (record.isPresent()) {
            characters +=
                    record.get().getFields().stream().mapToLong(String::length).sum();
            rows.add(read(record.get()));
            record = rows.size() < most && characters < MOST_CHARACTERS ? readable() : Optional.empty();
        }
        if (rows.isEmpty() && unreadable != null) {
            throw unreadable;
        }
        return rows;
    }

    private Optional<CsvRecord> readable() {
        try {
            return unreadable == null && records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException failure) {
            unreadable = failure;
            return Optional.empty();
        }
    }

    private ImportedRow read(CsvRecord record) {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != header.columns().size()) {
            String detail = "The row has " + record.getFieldCount() + " cells, the header has "
                    + header.columns().size();
            return new ImportedRow(line, null, List.of(new Rejection(line, null, "wrong_cell_count", detail)));
        }
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        List<Rejection> rejections = new ArrayList<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            String column = header.columns().get(i);
            String text = CsvCell.textOf(record.getField(i).strip());
            if (text.indexOf(REPLACEMENT) >= 0) {
                rejections.add(new Rejection(line, column, "not_utf8", "This cell is not UTF-8"));
            } else if (DirectoryFields.LISTS.contains(column)) {
                lists.put(column, entries(text));
            } else if (!text.isEmpty()) {
                texts.put(column, text);
            }
        }
        return check(line, texts, lists, rejections);
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
