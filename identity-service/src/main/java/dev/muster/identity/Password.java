package dev.muster.identity;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * A password as a person typed it, in Unicode NFC, so that keyboards which compose differently type the same one; what is
 * too long for a password in any composition stays as it is. Never printed.
 */
public record Password(String text) {

    /** In UTF-16 units: far beyond every password, while normalising much more could take seconds. */
    private static final int LONGEST_TYPED = 4096;

    public Password {
        if (text.length() <= LONGEST_TYPED) {
            text = Normalizer.normalize(text, Normalizer.Form.NFC);
        }
    }

    /** The length that people count: Unicode code points after normalisation. */
    public int length() {
        return text.codePointCount(0, text.length());
    }

    /** What is hashed. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
