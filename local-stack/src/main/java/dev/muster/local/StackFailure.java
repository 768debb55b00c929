package dev.muster.local;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

    /** What could not be done with the file, and why; the exceptions of the JDK name the file only. */
    public static StackFailure ofFile(String attempt, Path file, IOException cause) {
        return new StackFailure("cannot " + attempt + " " + file + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return "there is no such file";
        }
        return cause instanceof AccessDeniedException ? "you may not" : cause.getMessage();
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
