package dev.muster.identity.importing;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An import as it is stored.
 *
 * @param operator whether the actor could give the operator's permission when they sent the file
 * @param givenUp whether an atomic import has met a bad row and only completes its report
 * @param failure why it ended early, null when it did not
 * @param attempt counts the replicas that began to work on it
 */
record ImportJob(
        UUID id,
        OrgId orgId,
        UserId actor,
        boolean operator,
        ImportOptions options,
        ImportState state,
        boolean givenUp,
        long rowsTotal,
        ImportProgress progress,
        String failure,
        Instant startedAt,
        Instant finishedAt,
        int attempt) {

    /** Whether rows are written at all. */
    boolean writes() {
        return !options.dryRun() && !givenUp;
    }

    /** Whether all rows are written in one transaction. */
    boolean isOneTransaction() {
        return writes() && options.mode() == ImportMode.ATOMIC;
    }

    /** The job from the moment on that it writes nobody any more: it begins again. */
    ImportJob givingUp() {
        return new ImportJob(
                id,
                orgId,
                actor,
                operator,
                options,
                state,
                true,
                rowsTotal,
                ImportProgress.NONE,
                failure,
                startedAt,
                finishedAt,
                attempt);
    }

    /** Those who are made, or in a dry run would be: nobody by an atomic import that ended before its last row. */
    long rowsCreated() {
        boolean undone = options.mode() == ImportMode.ATOMIC && state.isFinal() && state != ImportState.DONE;
        return undone ? 0 : progress.created();
    }

    /** Rows a second since somebody began to work on it; 0 until then. */
    long rowsPerSecond(Instant now) {
        if (startedAt == null) {
            return 0;
        }
        Duration taken = Duration.between(startedAt, finishedAt == null ? now : finishedAt);
        return progress.read() * 1000 / Math.max(1, taken.toMillis());
    }
}
