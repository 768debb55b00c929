package dev.muster.identity;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * A password as a person typed it, in Unicode NFC, so that keyboards which compose differently type the same one. Never
 * printed.
 */
public record Password(String text) {

    public Password {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
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
