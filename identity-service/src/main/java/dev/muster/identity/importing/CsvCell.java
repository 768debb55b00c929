package dev.muster.identity.importing;

import java.util.regex.Pattern;

/**
 * Texts as cells that a spreadsheet shows and never calculates: what it could take for a formula gets an apostrophe in front,
 * and loses it when it is read again. A spreadsheet whose separator is the semicolon takes each part between two for a cell.
 */
final class CsvCell {

    /** At the beginning of a part; the signs have wide forms, which some spreadsheets read as the narrow ones. */
    private static final String FORMULA = "(?<=^|;)%s(?='*[=+\\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])";

    private static final Pattern BEFORE_FORMULA = Pattern.compile(FORMULA.formatted(""));
    private static final Pattern APOSTROPHE = Pattern.compile(FORMULA.formatted("'"));

    private CsvCell() {}

    /** The cell to write for the text. */
    static String of(String text) {
        return BEFORE_FORMULA.matcher(text).replaceAll("'");
    }

    /** The text that the cell stands for. */
    static String textOf(String cell) {
        return APOSTROPHE.matcher(cell).replaceAll("");
    }

    /** Whether the cell must be quoted so that it is one to every spreadsheet, whatever separates cells there. */
    static boolean hasSeparator(String cell) {
        return cell.indexOf(';') >= 0 || cell.indexOf(',') >= 0 || cell.indexOf('\t') >= 0;
    }
}
