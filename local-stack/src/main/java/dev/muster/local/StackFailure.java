package dev.muster.local;

import java.util.List;

/** A reason why the local stack cannot go on, said in one line for the person at the terminal. */
public class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> evidence;

    public StackFailure(String line) {
        this(line, (Throwable) null);
    }

    public StackFailure(String line, Throwable cause) {
        super(line, cause);
        this.evidence = List.of();
    }

    /** A failure whose reason is best read in what the process itself wrote. */
    public StackFailure(String line, List<String> evidence) {
        super(line);
        this.evidence = List.copyOf(evidence);
    }

    /** Lines to show below the reason; often none. */
    public List<String> evidence() {
        return evidence;
    }

    /** The failure that stands for an interrupted wait; the thread stays interrupted. */
    public static StackFailure interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new StackFailure("interrupted", cause);
    }
}
