package dev.muster.identity.wire;

/** Text that can be shown to people. */
public final class PrintableText {

    private PrintableText() {}

    /** Line breaks are fine in an address; other controls and halves of characters are not. */
    public static boolean is(String text) {
        return text.codePoints()
                .allMatch(character -> character == '\n'
                        || character == '\r'
                        || character == '\t'
                        || !(Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE));
    }
}
