package dev.muster.identity.importing;

import dev.muster.kit.http.LargeBody;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Lets files through the door that are larger than other bodies; they are stored as they arrive. */
class ImportBodies {

    /** A million rows of about 65 bytes, and what a multipart form adds. */
    static final long LARGEST = 64 * 1024 * 1024 + 16 * 1024;

    @Produces
    @Singleton
    LargeBody imports() {
        return new LargeBody("POST", "/import/users", LARGEST);
    }
}
