package dev.muster.local.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Refuses paths that two layers could read differently: matrix parameters, encoded separators, dot segments, empty
 * segments. What passes has one reading, so a rule of the routing table cannot be walked around.
 */
final class PathGuard {

    private PathGuard() {}

    /** The decoded path to look up in the routing table; empty when the path is refused. */
    static Optional<String> decode(String rawPath) {
        if (rawPath == null || !rawPath.startsWith("/")) {
            return Optional.empty();
        }
        return percentDecoded(rawPath).filter(path -> !isAmbiguous(path, rawPath));
    }

    private static boolean isAmbiguous(String decoded, String raw) {
        return slashes(decoded) != slashes(raw)
                || decoded.chars().anyMatch(c -> c == ';' || c == '\\' || Character.isISOControl(c))
                || decoded.contains("//")
                || hasDotSegment(decoded);
    }

    private static long slashes(String path) {
        return path.chars().filter(c -> c == '/').count();
    }

    private static boolean hasDotSegment(String path) {
        for (String segment : path.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> percentDecoded(String raw) {
        if (raw.indexOf('%') < 0) {
            return Optional.of(raw);
        }
        ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
        for (int at = 0; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (c != '%') {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int octet = octetAt(raw, at + 1);
            if (octet < 0) {
                return Optional.empty();
            }
            bytes.put((byte) octet);
            at += 2;
        }
        return utf8(bytes.flip());
    }

    private static int octetAt(String raw, int at) {
        if (at + 1 >= raw.length()) {
            return -1;
        }
        int high = Character.digit(raw.charAt(at), 16);
        int low = Character.digit(raw.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static Optional<String> utf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
