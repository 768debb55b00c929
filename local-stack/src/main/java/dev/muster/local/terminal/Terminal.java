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

    /** Does one step of a longer task, and says afterwards how long it took. */
    public <T> T step(String label, Callable<T> work) {
        long start = System.nanoTime();
        Thread clock = interactive ? showClock(label, start) : null;
        try {
            T result = work.call();
            stop(clock);
            line(timed(label, start));
            return result;
        } catch (RuntimeException e) {
            stop(clock);
            throw e;
        } catch (Exception e) {
            stop(clock);
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

    private Thread showClock(String label, long start) {
        Thread thread = new Thread(() -> tick(label, start), "progress");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void tick(String label, long start) {
        try {
            while (true) {
                out.print(CLEAR_LINE + timed(label, start));
                out.flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private static void stop(Thread clock) {
        if (clock == null) {
            return;
        }
        clock.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            clock.join();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String timed(String label, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(Locale.ROOT, "  %-" + LABEL_WIDTH + "s %6.1f s", label, seconds);
    }
}
