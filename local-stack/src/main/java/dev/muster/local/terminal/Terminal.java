package dev.muster.local.terminal;

import dev.muster.local.StackFailure;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Plain lines for a person or a log; on a terminal also a running clock and bold headings, unless NO_COLOR is set. */
public final class Terminal {

    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int LABEL_WIDTH = 52;

    private final PrintStream out;
    private final boolean interactive;
    private final boolean coloured;

    public Terminal(PrintStream out, boolean interactive, boolean coloured) {
        this.out = out;
        this.interactive = interactive;
        this.coloured = coloured;
    }

    /** The terminal that the script says this program runs on. */
    public static Terminal standard() {
        boolean interactive = Boolean.getBoolean("muster.terminal");
        String noColor = System.getenv("NO_COLOR");
        return new Terminal(System.out, interactive, interactive && (noColor == null || noColor.isEmpty()));
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    public void heading(String text) {
        line(coloured ? "\u001b[1m" + text + "\u001b[0m" : text);
    }

    /** Whether a person watches, so that a line may be drawn over. */
    public boolean isInteractive() {
        return interactive;
    }

    /** Draws over the present line, for as long as nothing else is written. */
    public void redraw(String text) {
        out.print(CLEAR_LINE + text);
        out.flush();
    }

    /** Does one step of a longer task, and says afterwards how long it took. */
    public <T> T step(String label, Callable<T> work) {
        long start = System.nanoTime();
        try {
            T result = whileClockRuns(label, start, work);
            line(timed(label, start));
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StackFailure(label + ": " + e.getMessage(), e);
        }
    }

    /** A step without a result. */
    public void step(String label, Runnable work) {
        step(label, () -> {
            work.run();
            return null;
        });
    }

    private <T> T whileClockRuns(String label, long start, Callable<T> work) throws Exception {
        if (!interactive) {
            return work.call();
        }
        try (RunningClock clock = new RunningClock(() -> redraw(timed(label, start)))) {
            return clock.during(work);
        } finally {
            redraw("");
        }
    }

    private static String timed(String label, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(Locale.ROOT, "  %-" + LABEL_WIDTH + "s %6.1f s", label, seconds);
    }
}
