package dev.muster.identity.wire;

import java.util.Set;

/** Text that can be shown to people. */
public final class PrintableText {

    /** Joiners are invisible, but Persian, Hindi and others cannot be written without them. */
    private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);

    private PrintableText() {}

    /** Lines, as of an address: no other controls, halves of characters, or what turns the direction of text around. */
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
                && (type != Character.FORMAT || JOINERS.contains(character))
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
