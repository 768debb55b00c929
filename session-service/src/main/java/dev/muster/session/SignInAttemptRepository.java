package dev.muster.session;

import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The audit log of sign-ins: rows are added, and of deleted people's rows all is erased but when and how they ended. */
@ApplicationScoped
public class SignInAttemptRepository {

    private static final String RECORD = """
            insert into sign_in_attempts (at, way_in, outcome, user_id, identifier, ip, user_agent)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7)""";

    private static final String ERASE = """
            update sign_in_attempts set identifier = '', ip = '', user_agent = '' where user_id = ?1""";

    /** Attempts that were throttled, or that failed, were never matched to the person whose address they gave. */
    private static final String ERASE_UNMATCHED = """
            update sign_in_attempts set identifier = '', ip = '', user_agent = ''
            where user_id = 0 and identifier <> '' and identifier in (
                select identifier from sign_in_attempts where user_id = ?1 union select ?2)""";

    /** Adds a row within the present transaction; one statement. User 0 is nobody that we know. */
    public Uni<Void> record(SignInAttempt attempt, Instant at, SignInOutcome outcome, long userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RECORD)
                        .setParameter(1, at)
                        .setParameter(2, attempt.way().text())
                        .setParameter(3, outcome.text())
                        .setParameter(4, userId)
                        .setParameter(5, attempt.identifier())
                        .setParameter(6, attempt.ip())
                        .setParameter(7, attempt.userAgent())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Erases who tried, with what program and from where. */
    public Uni<Void> erase(UserId userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE_UNMATCHED)
                        .setParameter(1, userId.value())
                        .setParameter(2, userId.toString())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(ERASE)
                                .setParameter(1, userId.value())
                                .executeUpdate()))
                .replaceWithVoid();
    }
}
