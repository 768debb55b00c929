package dev.muster.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as typed, and the key by which two spellings are one address.
 *
 * <p>The rule, the same everywhere: surrounding white space is dropped, the address brought to Unicode NFC and lower case,
 * its domain to ASCII (IDNA). Dots and tags of the local part count, as they do for most mail servers.
 *
 * @param text as typed, without surrounding white space, in NFC
 * @param key unique per person
 */
public record EmailAddress(String text, String key) {

    /** RFC 5321, 4.5.3.1: 64 octets before the at sign and 254 in all, the path's angle brackets left out. */
    private static final int LONGEST_LOCAL_PART = 64;

    private static final int LONGEST_ADDRESS = 254;

    /** Longer text is no address in any spelling; normalising it could take seconds. */
    private static final int LONGEST_TYPED = 4 * LONGEST_ADDRESS;

    private static final int LONGEST_DOMAIN = 253;

    /** The local part has no invisible characters but the joiners, which some scripts cannot do without. */
    private static final Pattern WELL_FORMED =
            Pattern.compile("(?:[^\\s@\\p{Cntrl}\\p{Cf}\uFFFD<>(),;:\\\\\"\\[\\]]|[\u200C\u200D])+"
                    + "@[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z0-9-]*[a-z][a-z0-9-]*");

    /** Takes any text, however long, so that what is no address has a key too; see {@link #isWellFormed()}. */
    public static EmailAddress of(String typed) {
        String storable = typed.replace('\0', '\uFFFD');
        if (storable.length() > LONGEST_TYPED) {
            return new EmailAddress(storable, storable.toLowerCase(Locale.ROOT));
        }
        String text = Normalizer.normalize(storable.strip(), Normalizer.Form.NFC);
        return new EmailAddress(text, keyOf(text));
    }

    private static String keyOf(String text) {
        String lower = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        int at = lower.lastIndexOf('@');
        return at < 0 ? lower : lower.substring(0, at + 1) + asciiDomain(lower.substring(at + 1));
    }

    private static String asciiDomain(String domain) {
        if (domain.length() > LONGEST_DOMAIN) {
            return domain;
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }

    /** Whether mail could be sent there. */
    public boolean isWellFormed() {
        int at = key.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL_PART
                && key.length() <= LONGEST_ADDRESS
                && text.length() <= LONGEST_ADDRESS
                && !key.startsWith(".")
                && !key.contains("..")
                && key.charAt(at - 1) != '.'
                && WELL_FORMED.matcher(key).matches();
    }

    /** The part before the at sign, in normal form. */
    public String localPart() {
        int at = key.lastIndexOf('@');
        return at < 0 ? key : key.substring(0, at);
    }

    /** The part after the at sign, in ASCII; empty when there is none. */
    public String domain() {
        int at = key.lastIndexOf('@');
        return at < 0 ? "" : key.substring(at + 1);
    }

    public boolean isSameAs(EmailAddress other) {
        return key.equals(other.key);
    }
}
