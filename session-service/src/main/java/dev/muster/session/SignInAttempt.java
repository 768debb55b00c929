package dev.muster.session;

/**
 * An attempt to sign in as it was made; the password is no part of it.
 *
 * @param identifier the e-mail address or CID as it was given
 * @param userAgent empty when the client did not say
 */
public record SignInAttempt(SignInWay way, String identifier, String ip, String userAgent) {

    /** The longest address that mail can reach: RFC 5321, 4.5.3.1.3. */
    private static final int LONGEST_IDENTIFIER = 254;

    private static final int LONGEST_USER_AGENT = 512;

    public SignInAttempt {
        identifier = storable(identifier, LONGEST_IDENTIFIER);
        userAgent = userAgent == null ? "" : storable(userAgent, LONGEST_USER_AGENT);
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String storable(String text, int longest) {
        String kept = text.length() > longest ? text.substring(0, longest) : text;
        return kept.replace('\0', '\uFFFD');
    }
}
