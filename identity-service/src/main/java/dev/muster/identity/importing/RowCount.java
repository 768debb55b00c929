package dev.muster.identity.importing;

/** Counts the records of a CSV text as its bytes pass: lines that are not empty, with line breaks in quotes left out. */
final class RowCount {

    private long records;
    private boolean inQuotes;
    private boolean inRecord;

    void add(byte[] bytes) {
        for (byte next : bytes) {
            add(next);
        }
    }

    private void add(byte next) {
        boolean lineBreak = next == '\n' || next == '\r';
        if (next == '"') {
            inQuotes = !inQuotes;
        }
        if (lineBreak && !inQuotes) {
            inRecord = false;
        } else if (!inRecord) {
            inRecord = true;
            records++;
        }
    }

    /** The records without the header. */
    long rows() {
        return Math.max(0, records - 1);
    }
}
