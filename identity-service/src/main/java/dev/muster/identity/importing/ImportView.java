package dev.muster.identity.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An import as clients see it.
 *
 * @param rowsTotal rows of the file as they were counted when it arrived
 * @param rowsCreated in a dry run those that would be; 0 for an atomic import that failed or was cancelled
 * @param failure why it ended early, left out when it did not
 * @param report left out of progress events
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        UUID id,
        String state,
        String mode,
        @JsonProperty("dry_run") boolean dryRun,
        @JsonProperty("rows_total") long rowsTotal,
        @JsonProperty("rows_read") long rowsRead,
        @JsonProperty("rows_created") long rowsCreated,
        @JsonProperty("rows_skipped") long rowsSkipped,
        @JsonProperty("rows_failed") long rowsFailed,
        @JsonProperty("rows_per_second") long rowsPerSecond,
        String failure,
        List<RejectionView> report) {

    /** A line of the report. */
    @RegisterForReflection
    record RejectionView(long line, String field, String code, String detail) {

        static RejectionView of(Rejection rejection) {
            return new RejectionView(rejection.line(), rejection.field(), rejection.code(), rejection.detail());
        }
    }

    /** The job without its report. */
    static ImportView of(ImportJob job, Instant now) {
        return of(job, now, null);
    }

    static ImportView of(ImportJob job, Instant now, List<Rejection> report) {
        ImportProgress progress = job.progress();
        return new ImportView(
                job.id(),
                job.state().word(),
                job.options().mode().word(),
                job.options().dryRun(),
                job.rowsTotal(),
                progress.read(),
                job.rowsCreated(),
                progress.skipped(),
                progress.failed(),
                job.rowsPerSecond(now),
                job.failure(),
                report == null ? null : report.stream().map(RejectionView::of).toList());
    }
}
