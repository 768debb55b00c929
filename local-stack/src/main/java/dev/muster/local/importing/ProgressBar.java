package dev.muster.local.importing;

import dev.muster.local.terminal.Terminal;
import java.util.Locale;

/** How far an import is: one line that is drawn over on a terminal, a line for each tenth elsewhere. */
public final class ProgressBar {

    private static final int WIDTH = 30;
    private static final int TENTHS = 10;

    private final Terminal terminal;
    private final long expectedRows;
    private int shownTenths;

    /**
     * A bar that is not drawn yet.
     *
     * @param expectedRows how many rows there are about; 0 when that is not known, then there is no bar but the counts
     */
    public ProgressBar(Terminal terminal, long expectedRows) {
        this.terminal = terminal;
        this.expectedRows = expectedRows;
    }

    /** Shows how far the job is. */
    public void show(ImportJob job) {
        if (terminal.isInteractive()) {
            terminal.redraw(line(job));
            return;
        }
        int tenths = (int) (share(job) * TENTHS);
        if (tenths > shownTenths) {
            shownTenths = tenths;
            terminal.line(line(job));
        }
    }

    /** Takes the line away. */
    public void clear() {
        if (terminal.isInteractive()) {
            terminal.redraw("");
        }
    }

    private String line(ImportJob job) {
        int filled = (int) (share(job) * WIDTH);
        return String.format(
                Locale.ROOT,
                "  [%s%s] %3.0f %%  %d rows, %d rejected, %.0f rows/s",
                "#".repeat(filled),
                " ".repeat(WIDTH - filled),
                share(job) * 100,
                job.rowsRead(),
                job.rowsFailed(),
                job.rowsPerSecond());
    }

    private double share(ImportJob job) {
        return expectedRows == 0 ? 0 : Math.min(1, (double) job.rowsRead() / expectedRows);
    }
}
