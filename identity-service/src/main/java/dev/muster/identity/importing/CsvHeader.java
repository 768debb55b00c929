package dev.muster.identity.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.muster.identity.company.DirectoryFields;
import dev.muster.identity.wire.Pointer;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The first line of a file: the names of its columns, and with them what separates its cells.
 *
 * @param separator a comma or a semicolon
 */
record CsvHeader(char separator, List<String> columns) {

    /** A header is shorter than this, whatever it holds; it must end within the first bytes that are looked at. */
    static final int LONGEST = 16 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The header at the start of these bytes; fails with {@code INVALID_INPUT} naming every column that is not known. */
    static CsvHeader of(byte[] start, int length) {
        String text = new String(start, 0, Math.min(length, LONGEST), StandardCharsets.UTF_8);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        String line = text.lines().findFirst().orElse("");
        char separator = line.indexOf(';') >= 0 ? ';' : ',';
        List<String> columns = columns(line, separator);
        requireKnown(columns);
        return new CsvHeader(separator, columns);
    }

    private static List<String> columns(String line, char separator) {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(line)) {
            return reader.stream()
                    .flatMap(record -> record.getFields().stream())
                    .map(String::strip)
                    .toList();
        } catch (CsvParseException | IOException e) {
            throw ProblemException.invalid("", "invalid_header", "The first line cannot be read as names of columns");
        }
    }

    private static void requireKnown(List<String> columns) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!DirectoryFields.TEXTS.contains(column) && !DirectoryFields.LISTS.contains(column)) {
                errors.add(new FieldError(Pointer.of(column), "unknown_field", "There is no such column"));
            } else if (!seen.add(column)) {
                errors.add(new FieldError(Pointer.of(column), "repeated_field", "This column is there twice"));
            }
        }
        if (!seen.contains("email")) {
            errors.add(new FieldError("/email", "required", "A column with this name is needed"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
