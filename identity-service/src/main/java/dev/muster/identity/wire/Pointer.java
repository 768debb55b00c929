package dev.muster.identity.wire;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes JSON Pointers (RFC 6901). */
public final class Pointer {

    private Pointer() {}

    /** The pointer to a field by the names that lead to it: {@code /User/email}. */
    public static String of(String... names) {
        return Arrays.stream(names)
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
