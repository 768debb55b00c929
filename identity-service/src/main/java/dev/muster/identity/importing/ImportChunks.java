package dev.muster.identity.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;

/** Files in pieces of {@value #SIZE} bytes, so that neither storing nor reading one holds more of it in memory. */
@ApplicationScoped
class ImportChunks {

    static final int SIZE = 256 * 1024;

    private static final String STORE = "insert into import_chunks (job_id, number, content) values (?, ?, ?)";
    private static final String FIND = "select content from import_chunks where job_id = ? and number = ?";
    private static final String FORGET = "delete from import_chunks where job_id = ?";

    private final Database database;

    ImportChunks(Database database) {
        this.database = database;
    }

    /** Stores the piece; committed when this returns. */
    void store(UUID job, int number, byte[] content) {
        database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STORE)) {
                statement.setObject(1, job);
                statement.setInt(2, number);
                statement.setBytes(3, content);
                return statement.executeUpdate();
            }
        });
    }

    /** The piece; empty behind the last one. */
    Optional<byte[]> find(UUID job, int number) {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setObject(1, job);
                statement.setInt(2, number);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
                }
            }
        });
    }

    /** The whole file, one piece after the other. */
    InputStream open(UUID job) {
        return new ChunkStream(number -> find(job, number));
    }

    void forget(UUID job) {
        database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                statement.setObject(1, job);
                return statement.executeUpdate();
            }
        });
    }
}
