package dev.muster.local.importing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * What the server tells of an import, once or in every message of its progress.
 *
 * @param report the rejected rows; null in messages of progress
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImportJob(
        String id,
        String state,
        String mode,
        @JsonProperty("dry_run") boolean dryRun,
        @JsonProperty("rows_read") long rowsRead,
        @JsonProperty("rows_created") long rowsCreated,
        @JsonProperty("rows_skipped") long rowsSkipped,
        @JsonProperty("rows_failed") long rowsFailed,
        @JsonProperty("rows_per_second") double rowsPerSecond,
        List<Rejection> report) {

    /**
     * Why a row was not taken.
     *
     * @param line where the row begins in the file, from 1
     * @param field the column; null when the row as a whole is refused
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Rejection(long line, String field, String code, String detail) {}

    /** The rejected rows; none while the import goes on. */
    @Override
    public List<Rejection> report() {
        return report == null ? List.of() : report;
    }

    /** Whether nothing more will happen. */
    public boolean isOver() {
        return state.equals("done") || state.equals("failed") || isCancelled();
    }

    /** Whether somebody ended it before its last row. */
    public boolean isCancelled() {
        return state.equals("cancelled");
    }

    /** Whether the import broke off for a reason that is not in its rows. */
    public boolean isBroken() {
        return isCancelled() || (state.equals("failed") && rowsFailed == 0);
    }

    /** The counts in one line. */
    public String summary() {
        String created = dryRun ? "would be created" : "created";
        return String.format(
                Locale.ROOT,
                "%d rows read: %d %s, %d skipped, %d rejected",
                rowsRead,
                rowsCreated,
                created,
                rowsSkipped,
                rowsFailed);
    }
}
