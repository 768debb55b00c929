package dev.muster.identity.importing;

import java.util.regex.Pattern;

/**
 * Texts as cells that a spreadsheet shows and never calculates: one that it could take for a formula gets an apostrophe in
 * front, and loses it when it is read again.
 */
final class CsvCell {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r]");

    private CsvCell() {}

    /** The cell to write for the text. */
    static String of(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text that the cell stands for. */
    static String textOf(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
