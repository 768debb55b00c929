package dev.muster.local.service;

import java.util.ArrayList;
import java.util.List;

/** The options of the JVMs that the stack starts. */
public final class JvmOptions {

    /** From this release on the JVM warns on the terminal about what Netty does with memory. */
    private static final int WARNS_ABOUT_UNSAFE = 23;

    private JvmOptions() {}

    /** A small heap, and a collector without threads of its own: the processes share one machine. */
    public static List<String> withHeap(String heap) {
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx" + heap, "-Xshare:auto"));
        if (Runtime.version().feature() >= WARNS_ABOUT_UNSAFE) {
            options.add("--sun-misc-unsafe-memory-access=allow");
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        return options;
    }
}
