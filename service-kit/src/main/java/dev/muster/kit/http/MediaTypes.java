package dev.muster.kit.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a {@code Content-Type} must be before Quarkus REST looks at it, which takes anything else for its own defect. */
final class MediaTypes {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "\\s*(;.*)?");
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset=\\s*\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    /** Whether the header is a type with known charset, if any; no header is one of no body. */
    static boolean isReadable(String header) {
        return header == null || (TYPE.matcher(header).matches() && hasKnownCharset(header));
    }

    private static boolean hasKnownCharset(String header) {
        Matcher charset = CHARSET.matcher(header);
        return !charset.find() || isKnown(charset.group(1));
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException nameless) {
            return false;
        }
    }
}
