package dev.muster.identity.wire;

/** Text that can be shown to people. */
public final class PrintableText {

    private PrintableText() {}

    /** Lines, as of an address: neither other controls nor halves of characters. */
    public static boolean is(String text) {
        return text.codePoints()
                .allMatch(character ->
                        character == '\n' || character == '\r' || character == '\t' || isPrintable(character));
    }

    /** The same, in one line: a name that goes into a mail must not write its lines. */
    public static boolean isLine(String text) {
        return text.codePoints().allMatch(PrintableText::isPrintable);
    }

    private static boolean isPrintable(int character) {
        int type = Character.getType(character);
        return !Character.isISOControl(character)
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
