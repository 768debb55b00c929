package dev.muster.identity.importing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** This replica's work on imports: on a long one at a time, and beside it on a short one, whose sender waits for its report. */
@ApplicationScoped
class ImportWorker {

    private final List<ImportLane> lanes;

    ImportWorker(ImportJobs jobs, RunImport runImport, ImportConfig config) {
        lanes = List.of(
                new ImportLane("imports", Long.MAX_VALUE, jobs, runImport, config),
                new ImportLane("short-imports", WatchImport.FEW_ROWS, jobs, runImport, config));
    }

    void start(@Observes StartupEvent started) {
        lanes.forEach(ImportLane::start);
    }

    /** There is a new job; another replica may be faster. */
    void wake() {
        lanes.forEach(ImportLane::wake);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        lanes.forEach(ImportLane::stop);
        for (ImportLane lane : lanes) {
            lane.awaitEnd();
        }
    }
}
