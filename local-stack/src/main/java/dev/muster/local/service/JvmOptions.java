package dev.muster.local.service;

import java.util.ArrayList;
import java.util.List;

/** The options of the JVMs that the stack starts. */
public final class JvmOptions {

    /** From this release on the JVM warns on the terminal about what Netty does with memory. */
    private static final int WARNS_ABOUT_UNSAFE = 23;

    private JvmOptions() {}

    /**
     * A small heap, and a collector without threads of its own: the processes share one machine.
     *
     * @param optimized whether to compile for a long run; else the JVM stops at its first compiler, which takes four
     *     tenths off the processor time of a start and a sixth off the memory
     */
    public static List<String> of(String heap, boolean optimized) {
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx" + heap, "-Xshare:auto"));
        if (!optimized) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        if (Runtime.version().feature() >= WARNS_ABOUT_UNSAFE) {
            options.add("--sun-misc-unsafe-memory-access=allow");
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        return options;
    }
}
