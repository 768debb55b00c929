package dev.muster.session.signin;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Metadata;
import com.maxmind.db.Reader;
import dev.muster.kit.http.ClientAddresses;
import dev.muster.session.signin.Client.Place;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Finds the city and country of an address in a database that is mapped into memory. A database that cannot be read
 * costs the history its places and nothing else.
 */
@ApplicationScoped
@RegisterForReflection(targets = Metadata.class) // the reader makes its own description by reflection
class Places {

    private static final Logger LOG = Logger.getLogger(Places.class);
    private static final String LANGUAGE = "en";

    private final Path file;
    private volatile Database database = Database.NONE;

    Places(GeoConfig config) {
        this.file = config.database().orElse(null);
    }

    /** An open database and the state of its file when it was opened. */
    private record Database(Reader reader, Object state) {

        static final Database NONE = new Database(null, null);
    }

    /** Opens the database at start and again whenever its file has changed. */
    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void reload() {
        if (file == null) {
            return;
        }
        try {
            Object state = stateOf(file);
            if (!state.equals(database.state())) {
                // the reader before is left to the garbage collector: closing it would fail look-ups under way
                database = new Database(new Reader(file.toFile(), new CHMCache()), state);
                LOG.infof("Places are read from %s", file.getFileName());
            }
        } catch (IOException | RuntimeException e) {
            LOG.errorf("muster.geoip.database cannot be read, the history goes on without news of places: %s", e);
        }
    }

    private static Object stateOf(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
    }

    /** Whether there is a database to ask. */
    boolean areKnown() {
        return database.reader() != null;
    }

    /** The place of an address; it may read the disk, so this is for worker threads. */
    Place of(String ip) {
        Reader reader = database.reader();
        if (reader == null) {
            return Place.UNKNOWN;
        }
        try {
            Map<?, ?> found = reader.get(ClientAddresses.parse(ip), Map.class);
            return found == null ? Place.UNKNOWN : new Place(name(found, "city"), name(found, "country"));
        } catch (IOException | RuntimeException e) {
            LOG.warnf("The place of an address could not be read: %s", e);
            return Place.UNKNOWN;
        }
    }

    private static String name(Map<?, ?> found, String member) {
        return found.get(member) instanceof Map<?, ?> part
                        && part.get("names") instanceof Map<?, ?> names
                        && names.get(LANGUAGE) instanceof String name
                ? name
                : null;
    }
}
