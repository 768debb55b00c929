package dev.muster.identity.importing;

import dev.muster.identity.company.DirectoryRules;
import dev.muster.identity.peer.FindDirectoryRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Works a claimed import off, on the caller's thread. Each batch is one transaction with the job's progress in it: wherever
 * the process is killed, the next one goes on behind the last batch that was committed, and no row is lost or taken twice.
 */
@ApplicationScoped
class RunImport {

    private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(5);

    /** Rows that are passed over between two renewals of the lease; a second's work at most. */
    private static final long SKIPPED_AT_ONCE = 100_000;

    /** So many new people change how their lists are best read; PostgreSQL notices by itself a minute later, or never. */
    private static final long MANY_PEOPLE = 10_000;

    private final ImportJobs jobs;
    private final ImportChunks chunks;
    private final Rejections rejections;
    private final TakeBatch takeBatch;
    private final ImportedPeople people;
    private final FindDirectoryRules findRules;
    private final ForgetImports forgetImports;
    private final Database database;
    private final ImportConfig config;

    RunImport(
            ImportJobs jobs,
            ImportChunks chunks,
            Rejections rejections,
            TakeBatch takeBatch,
            ImportedPeople people,
            FindDirectoryRules findRules,
            ForgetImports forgetImports,
            Database database,
            ImportConfig config) {
        this.jobs = jobs;
        this.chunks = chunks;
        this.rejections = rejections;
        this.takeBatch = takeBatch;
        this.people = people;
        this.findRules = findRules;
        this.forgetImports = forgetImports;
        this.database = database;
        this.config = config;
    }

    /**
     * Goes on with the job until it is finished, or {@code stopped} says so between two batches. Fails with
     * {@link JobLost} when somebody else has the job now, or it was cancelled.
     */
    void run(ImportJob job, BooleanSupplier stopped) {
        DirectoryRules rules = findRules.of(job.orgId(), job.operator()).await().atMost(LONGEST_LOOK_UP);
        Run run = new Run(job, rules, stopped);
        if (job.isOneTransaction() && !run.inOneTransaction()) {
            require(jobs.giveUp(job));
            run = new Run(job.givingUp(), rules, stopped);
            run.inBatches();
        } else if (!job.isOneTransaction()) {
            run.inBatches();
        }
        forgetImports.forgetFile(job.id());
        run.tellThePlanner();
    }

    private static void require(boolean held) {
        if (!held) {
            throw new JobLost();
        }
    }

    /** The job belongs to somebody else now, or was cancelled. */
    static final class JobLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        JobLost() {
            super("the import is not this replica's any more", null, false, false);
        }
    }

    /** The service stops; another replica goes on. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the service stops", null, false, false);
        }
    }

    /** A row that an atomic import cannot take. */
    private static final class RefusedRowException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedRowException() {
            super("a row cannot be taken in", null, false, false);
        }
    }

    /** One try of one job. */
    private final class Run {

        private final ImportJob job;
        private final DirectoryRules rules;
        private final BooleanSupplier stopped;
        private ImportProgress progress;

        Run(ImportJob job, DirectoryRules rules, BooleanSupplier stopped) {
            this.job = job;
            this.rules = rules;
            this.stopped = stopped;
            this.progress = job.isOneTransaction() ? ImportProgress.NONE : job.progress();
        }

        void inBatches() {
            Optional<String> failure = Optional.empty();
            try (CsvRows rows = open()) {
                passOver(rows);
                for (List<ImportedRow> batch = next(rows); !batch.isEmpty(); batch = next(rows)) {
                    commit(batch);
                }
                if (rows.isBroken()) {
                    failure = Optional.of("The file is no CSV behind row " + (progress.read() - 1));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            finish(failure);
        }

        /** What an earlier try committed is read and left alone. */
        private void passOver(CsvRows rows) {
            for (long passed = 0; passed < progress.read(); passed += SKIPPED_AT_ONCE) {
                rows.skip(Math.min(SKIPPED_AT_ONCE, progress.read() - passed));
                require(jobs.record(job, progress));
            }
        }

        private void commit(List<ImportedRow> batch) {
            progress = database.inTransaction(connection -> {
                BatchResult result = takeBatch.take(connection, job, batch);
                rejections.add(connection, job.id(), progress.rejections(), result.rejections());
                ImportProgress after = progress.plus(job.givenUp() ? result.withNobodyCreated() : result);
                require(jobs.record(connection, job, after));
                return after;
            });
        }

        private void finish(Optional<String> failure) {
            if (failure.isPresent()) {
                require(jobs.finish(job, ImportState.FAILED, failure.get()));
            } else if (job.givenUp() || (job.options().mode() == ImportMode.ATOMIC && progress.failed() > 0)) {
                require(jobs.finish(job, ImportState.FAILED, "Not every row can be taken in, so none was"));
            } else {
                require(jobs.finish(job, ImportState.DONE, null));
            }
        }

        /** Whether all rows were taken in; otherwise nothing has changed. Progress is told on another connection. */
        boolean inOneTransaction() {
            try (CsvRows rows = open()) {
                return database.inTransaction(connection -> {
                    for (List<ImportedRow> batch = next(rows); !batch.isEmpty(); batch = next(rows)) {
                        BatchResult result = takeBatch.take(connection, job, batch);
                        if (!result.rejections().isEmpty()) {
                            throw new RefusedRowException();
                        }
                        progress = progress.plus(result);
                        require(jobs.record(job, progress));
                    }
                    require(jobs.finish(connection, job, ImportState.DONE, null));
                    return true;
                });
            } catch (RefusedRowException notAll) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void tellThePlanner() {
            if (job.writes() && progress.created() >= MANY_PEOPLE) {
                people.analyze();
            }
        }

        private CsvRows open() {
            byte[] start = chunks.find(job.id(), 0).orElse(new byte[0]);
            return new CsvRows(CsvHeader.of(start, start.length), chunks.open(job.id()), rules);
        }

        private List<ImportedRow> next(CsvRows rows) {
            if (stopped.getAsBoolean()) {
                throw new Stopped();
            }
            return rows.next(config.batch());
        }
    }
}
