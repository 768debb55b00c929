package dev.muster.identity.importing;

import dev.muster.identity.Sha256;
import dev.muster.identity.importing.ImportJobs.Accepted;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Stores a file as it arrives and makes it a job once it is there as a whole; a file that breaks off leaves nothing. */
@ApplicationScoped
class AcceptImport {

    private static final Logger LOG = Logger.getLogger(AcceptImport.class);

    private final ImportChunks chunks;
    private final ImportJobs jobs;
    private final ImportWorker worker;

    /** A file that is stored. */
    private record Stored(long rows, String fingerprint) {}

    AcceptImport(ImportChunks chunks, ImportJobs jobs, ImportWorker worker) {
        this.chunks = chunks;
        this.jobs = jobs;
        this.worker = worker;
    }

    /**
     * The id of the job that works on the file: an older one when the same request came before under its idempotency key.
     * Another request under that key is {@code IDEMPOTENCY_KEY_REUSED}, a header that cannot be read {@code INVALID_INPUT}.
     */
    UUID accept(ImportOrder order, InputStream file) {
        boolean kept = false;
        try {
            Stored stored = store(order, file);
            kept = jobs.add(order, stored.rows(), stored.fingerprint());
            if (kept) {
                worker.wake();
            }
            return kept ? order.id() : acceptedBefore(order, stored);
        } catch (IOException broken) {
            throw new ProblemException(Problem.MALFORMED_REQUEST, "The file broke off");
        } finally {
            if (!kept) {
                forget(order.id());
            }
        }
    }

    private Stored store(ImportOrder order, InputStream file) throws IOException {
        MessageDigest digest = Sha256.begin();
        digest.update(order.options().fingerprint().getBytes(StandardCharsets.UTF_8));
        RowCount count = new RowCount();
        byte[] piece = file.readNBytes(ImportChunks.SIZE);
        CsvHeader.of(piece, piece.length);
        for (int number = 0; piece.length > 0; number++) {
            digest.update(piece);
            count.add(piece);
            chunks.store(order.id(), number, piece);
            piece = file.readNBytes(ImportChunks.SIZE);
        }
        return new Stored(count.rows(), HexFormat.of().formatHex(digest.digest()));
    }

    private UUID acceptedBefore(ImportOrder order, Stored stored) {
        Accepted before = jobs.findByKey(order.orgId(), order.idempotencyKey())
                .orElseThrow(
                        () -> new ProblemException(Problem.CONFLICT, "The earlier import has just been forgotten"));
        if (!before.fingerprint().equals(stored.fingerprint())) {
            throw new ProblemException(Problem.IDEMPOTENCY_KEY_REUSED);
        }
        return before.id();
    }

    private void forget(UUID id) {
        try {
            chunks.forget(id);
        } catch (Database.DatabaseFailure away) {
            LOG.debugf("The pieces of a file without a job are forgotten later: %s", away.getMessage());
        }
    }
}
