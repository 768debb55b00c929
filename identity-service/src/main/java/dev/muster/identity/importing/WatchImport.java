package dev.muster.identity.importing;

import dev.muster.kit.access.AccessConfig;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.LiveSessions;
import dev.muster.kit.access.Powers;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Looks at imports while they run, whichever replica works on them. */
@ApplicationScoped
class WatchImport {

    /** The most rows whose report is waited for. */
    static final long FEW_ROWS = 1000;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(500);

    private final ImportJobs jobs;
    private final LiveSessions sessions;
    private final AccessConfig access;
    private final ImportConfig config;

    WatchImport(ImportJobs jobs, LiveSessions sessions, AccessConfig access, ImportConfig config) {
        this.jobs = jobs;
        this.sessions = sessions;
        this.access = access;
        this.config = config;
    }

    /** The organization's job; one of another organization is {@code NOT_FOUND} like an unknown one. */
    ImportJob get(OrgId orgId, UUID id) {
        return jobs.find(orgId, id)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "There is no such import"));
    }

    /** The job as it is once it has ended, if it has few rows and does so soon; else as it is now. */
    ImportJob awaitShort(OrgId orgId, UUID id) {
        long deadline = System.nanoTime() + config.longestWait().toNanos();
        ImportJob job = get(orgId, id);
        while (job.rowsTotal() <= FEW_ROWS && !job.state().isFinal() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            job = get(orgId, id);
        }
        return job;
    }

    /** The job now and every half second, until it has ended or the reader administers the organization no more. */
    Multi<ImportJob> follow(LiveSession reader, OrgId orgId, UUID id) {
        return Multi.createBy()
                .repeating()
                .uni(() -> sessions.now(reader).chain(now -> look(now.filter(open -> administers(open, orgId)), id)))
                .withDelay(BETWEEN_EVENTS)
                .whilst(seen -> seen.filter(job -> !job.state().isFinal()).isPresent())
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    private boolean administers(LiveSession session, OrgId orgId) {
        return session.activeMember()
                        .filter(member -> member.orgId().equals(orgId))
                        .isPresent()
                && session.powers(access.operatorPermission()).contains(Powers.ADMIN);
    }

    private Uni<Optional<ImportJob>> look(Optional<LiveSession> reader, UUID id) {
        return Uni.createFrom()
                .item(() -> reader.flatMap(LiveSession::activeMember).map(member -> get(member.orgId(), id)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
