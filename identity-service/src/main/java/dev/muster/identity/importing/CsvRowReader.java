package dev.muster.identity.importing;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of one row after the other, of a row that is too long the first only. */
final class CsvRowReader extends AbstractBaseCsvCallbackHandler<CsvRow> {

    /** The longest row that is read, in characters; a separator counts as one. */
    static final int LONGEST_ROW = 64 * 1024;

    private final List<String> cells = new ArrayList<>();
    private long length;

    @Override
    protected void handleBegin(long line) {
        cells.clear();
        length = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int cellLength, boolean quoted) {
        length += cellLength + 1;
        if (length <= LONGEST_ROW) {
            cells.add(new String(buffer, offset, cellLength));
        }
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(line(), List.copyOf(cells), length > LONGEST_ROW);
    }

    /** Where the row begins that is being read. */
    long line() {
        return getStartingLineNumber();
    }

    /** How many of its cells have been read. */
    int cellsRead() {
        return getFieldCount();
    }
}
