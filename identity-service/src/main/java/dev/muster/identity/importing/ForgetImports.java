package dev.muster.identity.importing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.util.UUID;

/** Drops what a finished import does not need any more: its file at once, its report some days later. */
@ApplicationScoped
class ForgetImports {

    /** A file that no job came of: its upload broke off, or its replica died. Nobody uploads for longer than this. */
    private static final String FILES = """
            delete from import_chunks where job_id in (
                select job_id from import_chunks where number = 0 and stored_at < now() - interval '6 hours')
            and not exists (select 1 from import_jobs
                            where id = import_chunks.job_id and state in ('queued', 'running'))
            """;

    private static final String KEYS = """
            delete from import_keys where not exists (
                select 1 from import_jobs where id = import_keys.job_id and state in ('queued', 'running'))
            """;

    private static final String REPORTS =
            "delete from import_jobs where finished_at < now() - ? * interval '1 millisecond'";

    private final ImportChunks chunks;
    private final ImportedPeople people;
    private final Database database;
    private final ImportConfig config;

    ForgetImports(ImportChunks chunks, ImportedPeople people, Database database, ImportConfig config) {
        this.chunks = chunks;
        this.people = people;
        this.database = database;
        this.config = config;
    }

    /** Drops the file of a job that has ended. */
    void forgetFile(UUID job) {
        chunks.forget(job);
        database.inTransaction(connection -> {
            people.forget(connection, job);
            return job;
        });
    }

    /** Drops what is left of jobs whose replica died before it could, and old reports. */
    @Scheduled(every = "PT1H", delayed = "PT3M")
    void forgetOld() {
        database.inTransaction(connection -> {
            try (PreparedStatement files = connection.prepareStatement(FILES);
                    PreparedStatement keys = connection.prepareStatement(KEYS);
                    PreparedStatement reports = connection.prepareStatement(REPORTS)) {
                reports.setLong(1, config.keptFor().toMillis());
                return files.executeUpdate() + keys.executeUpdate() + reports.executeUpdate();
            }
        });
    }
}
