package dev.muster.local.importing;

import dev.muster.local.StackFailure;
import dev.muster.local.importing.ImportJob.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The report of an import as CSV (RFC 4180), a line for each rejected row. */
public final class RejectedRows {

    private static final String HEADER = "line,field,code,detail\n";

    private final List<Rejection> rejections;

    public RejectedRows(List<Rejection> rejections) {
        this.rejections = rejections;
    }

    /** Fails when no report could be written there. */
    public static void requireWritable(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        boolean writable = Files.exists(file)
                ? Files.isRegularFile(file) && Files.isWritable(file)
                : Files.isDirectory(directory) && Files.isWritable(directory);
        if (!writable) {
            throw new StackFailure("no report can be written to " + file);
        }
    }

    /** Writes the report, its header included. */
    public void write(Path file) {
        try {
            Files.writeString(file, csv());
        } catch (IOException e) {
            throw StackFailure.ofFile("write", file, e);
        }
    }

    /** The report as text. */
    public String csv() {
        return rejections.stream().map(RejectedRows::line).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(Rejection row) {
        return row.line() + "," + cell(row.field()) + "," + cell(row.code()) + "," + cell(row.detail()) + "\n";
    }

    /** Quoted where needed; what a spreadsheet would take for a formula is made text by an apostrophe. */
    private static String cell(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String text = "=+-@\t\r".indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
