package dev.muster.identity.importing;

import dev.muster.identity.importing.Database.DatabaseFailure;
import dev.muster.identity.importing.RunImport.JobLost;
import dev.muster.identity.importing.RunImport.Stopped;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** One thread of this replica that works on imports of some length at most, one after the other. */
final class ImportLane {

    private static final Logger LOG = Logger.getLogger(ImportLane.class);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final long mostRows;
    private final ImportJobs jobs;
    private final RunImport runImport;
    private final ImportConfig config;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;

    ImportLane(String name, long mostRows, ImportJobs jobs, RunImport runImport, ImportConfig config) {
        this.mostRows = mostRows;
        this.jobs = jobs;
        this.runImport = runImport;
        this.config = config;
        this.thread = new Thread(this::workOn, name);
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void wake() {
        work.release();
    }

    /** The job that is worked on goes back behind its last batch. */
    void stop() {
        stopped = true;
        work.release();
    }

    void awaitEnd() throws InterruptedException {
        thread.join(LONGEST_FAREWELL.toMillis());
    }

    private void workOn() {
        while (!stopped) {
            try {
                if (!takeOne()) {
                    work.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Whether there was a job to work on. */
    private boolean takeOne() {
        Optional<ImportJob> job;
        try {
            job = jobs.claim(mostRows);
        } catch (DatabaseFailure away) {
            LOG.debugf("No import can be claimed now: %s", away.getMessage());
            return false;
        } catch (RuntimeException failure) {
            LOG.error("No import can be claimed now", failure);
            return false;
        }
        job.ifPresent(this::work);
        return job.isPresent();
    }

    private void work(ImportJob job) {
        try {
            LOG.infof(
                    "Import %s goes on behind row %d", job.id(), job.progress().read());
            runImport.run(job, () -> stopped);
            LOG.infof("Import %s is finished", job.id());
        } catch (JobLost lost) {
            LOG.infof("Import %s was cancelled or is somebody else's", job.id());
        } catch (Stopped stopping) {
            release(job, Duration.ZERO, false);
        } catch (RuntimeException failure) {
            boolean mishap = !isOutage(failure);
            LOG.logf(
                    mishap ? Logger.Level.ERROR : Logger.Level.WARN,
                    failure,
                    "Import %s stopped behind its last batch and is tried again",
                    job.id());
            release(job, BEFORE_NEXT_TRY, mishap);
        }
    }

    /** What passes by itself: the database or a peer is away. */
    private static boolean isOutage(RuntimeException failure) {
        return failure instanceof DatabaseFailure database
                ? database.isOutage()
                : failure instanceof ProblemException refused && refused.problem() == Problem.SERVICE_UNAVAILABLE;
    }

    /** When even this fails, the lease runs out by itself. */
    private void release(ImportJob job, Duration pause, boolean mishap) {
        try {
            jobs.release(job, pause, mishap);
        } catch (DatabaseFailure away) {
            LOG.debugf("Import %s waits for the end of its lease: %s", job.id(), away.getMessage());
        }
    }
}
