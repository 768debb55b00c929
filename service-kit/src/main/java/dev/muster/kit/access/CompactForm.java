package dev.muster.kit.access;

import java.util.Base64;

/**
 * The one spelling of a token. Base64url leaves unused bits in a part's last character and decoders tend to skip what
 * they do not know, so several strings can decode to one signature; only the canonical one is accepted.
 */
public final class CompactForm {

    private static final int LONGEST_TOKEN = 4096;

    private CompactForm() {}

    /** Whether the token is short enough and spelt in the one way. */
    public static boolean isCanonical(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return false;
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        for (String part : parts) {
            if (!isCanonicalPart(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCanonicalPart(String part) {
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(decoded)
                    .equals(part);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
