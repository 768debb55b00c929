package dev.muster.kit.http;

import java.util.Locale;

/** Paths that two layers may read differently: matrix parameters, encoded or doubled separators, dot segments. */
final class AmbiguousPath {

    private AmbiguousPath() {}

    static boolean is(String path) {
        if (path == null || path.indexOf(';') >= 0 || path.indexOf('\\') >= 0 || path.contains("//")) {
            return true;
        }
        if (path.contains("/./") || path.contains("/../") || path.endsWith("/.") || path.endsWith("/..")) {
            return true;
        }
        return path.indexOf('%') >= 0 && hasEncodedSeparator(path.toLowerCase(Locale.ROOT));
    }

    private static boolean hasEncodedSeparator(String path) {
        return path.contains("%2f")
                || path.contains("%5c")
                || path.contains("%3b")
                || path.contains("%2e")
                || path.contains("%00");
    }
}
