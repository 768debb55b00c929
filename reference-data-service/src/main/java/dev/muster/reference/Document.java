package dev.muster.reference;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A JSON body ready to be sent, with the strong entity tag that names exactly these bytes. */
public final class Document {

    /** 128 bits of SHA-256: enough that two bodies never share a tag by chance. */
    private static final int TAG_BYTES = 16;

    private final byte[] body;
    private final String entityTag;

    private Document(byte[] body, String entityTag) {
        this.body = body;
        this.entityTag = entityTag;
    }

    /** Takes the array over: the caller must not change it. */
    static Document of(byte[] body) {
        byte[] digest = Arrays.copyOf(sha256(body), TAG_BYTES);
        return new Document(body, '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"');
    }

    /** The tag in quotes, as it stands in the header. */
    String entityTag() {
        return entityTag;
    }

    /** The bytes themselves, not a copy, since this is sent with every answer. */
    byte[] body() {
        return body;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
