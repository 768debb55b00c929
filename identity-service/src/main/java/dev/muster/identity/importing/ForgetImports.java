package dev.muster.identity.importing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.util.UUID;

/** Drops what a finished import does not need any more: its file at once, its report some days later. */
@ApplicationScoped
class ForgetImports {

    private static final int BATCH = 5_000;

    /**
     * A file that no job came of: its upload broke off, or its replica died. Nobody uploads for longer than this. The first
     * piece, which tells the age, goes last.
     */
    private static final String FILES = """
            delete from import_chunks where ctid = any (array(
                select chunk.ctid from import_chunks chunk
                where chunk.job_id in (
                    select job_id from import_chunks where number = 0 and stored_at < now() - interval '6 hours')
                and not exists (select 1 from import_jobs
                                where id = chunk.job_id and state in ('queued', 'running'))
                order by chunk.number desc limit ?))
            """;

    private static final String KEYS = """
            delete from import_keys where ctid = any (array(
                select met.ctid from import_keys met where not exists (
                    select 1 from import_jobs where id = met.job_id and state in ('queued', 'running'))
                limit ?))
            """;

    private static final String REJECTIONS = """
            delete from import_rejections where ctid = any (array(
                select rejection.ctid from import_jobs job join import_rejections rejection on rejection.job_id = job.id
                where job.finished_at < now() - ? * interval '1 millisecond' limit ?))
            """;

    private static final String REPORTS = """
            delete from import_jobs where ctid = any (array(
                select ctid from import_jobs where finished_at < now() - ? * interval '1 millisecond' limit ?))
            """;

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
        long kept = config.keptFor().toMillis();
        inBatches(FILES);
        inBatches(KEYS);
        inBatches(REJECTIONS, kept);
        inBatches(REPORTS, kept);
    }

    /** A large import leaves a million rows: each batch is a transaction of its own. */
    private void inBatches(String delete, long... values) {
        int deleted;
        do {
            deleted = database.inTransaction(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(delete)) {
                    for (int i = 0; i < values.length; i++) {
                        statement.setLong(i + 1, values[i]);
                    }
                    statement.setInt(values.length + 1, BATCH);
                    return statement.executeUpdate();
                }
            });
        } while (deleted == BATCH);
    }
}
