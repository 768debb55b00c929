package dev.muster.identity.importing;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Ends an import before its last row. */
@ApplicationScoped
class CancelImport {

    private final ImportJobs jobs;
    private final WatchImport watch;
    private final ForgetImports forgetImports;

    CancelImport(ImportJobs jobs, WatchImport watch, ForgetImports forgetImports) {
        this.jobs = jobs;
        this.watch = watch;
        this.forgetImports = forgetImports;
    }

    /**
     * Whoever works on it stops at the next batch; what was committed before stays, of an atomic import nothing. Cancelling
     * a cancelled one succeeds, one that has ended otherwise is {@code CONFLICT}.
     */
    void cancel(OrgId orgId, UUID id) {
        if (jobs.cancel(orgId, id)) {
            forgetImports.forgetFile(id);
        } else if (watch.get(orgId, id).state() != ImportState.CANCELLED) {
            throw new ProblemException(Problem.CONFLICT, "The import has ended already");
        }
    }
}
