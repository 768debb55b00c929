package dev.muster.org;

import jakarta.persistence.OptimisticLockException;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;

/** Tells a transaction that met a row which another had changed meanwhile: it may be tried again. */
public final class ChangedMeanwhile {

    private ChangedMeanwhile() {}

    /** Also where Hibernate throws its own exception, as it does when it flushes before a query. */
    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof OptimisticLockException || cause instanceof StaleStateException);
    }
}
