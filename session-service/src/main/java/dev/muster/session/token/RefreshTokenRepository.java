package dev.muster.session.token;

import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The hashes of the refresh tokens that may still be shown. */
@ApplicationScoped
class RefreshTokenRepository {

    private static final String ADD = "insert into refresh_tokens (user_id, session_id, hash) values (?1, ?2, ?3)";

    private static final String REPLACE = """
            with replaced as (
                update refresh_tokens set rotated_at = ?5, salt = ?6
                where user_id = ?1 and session_id = ?2 and hash = ?3 and rotated_at is null
                returning user_id, session_id),
            forgotten as (
                delete from refresh_tokens where user_id = ?1 and session_id = ?2 and rotated_at <= ?7)
            insert into refresh_tokens (user_id, session_id, hash)
            select user_id, session_id, cast(?4 as text) from replaced""";

    private static final String REPLACED_SINCE = """
            select hash, salt from refresh_tokens
            where user_id = ?1 and session_id = ?2 and rotated_at > ?3""";

    private static final String FORGET = "delete from refresh_tokens where user_id = ?1";

    /** The first token of a session that this transaction opens. */
    Uni<Void> add(RefreshToken first) {
        return Panache.getSession()
                .chain(session -> session.flush()
                        .chain(() -> session.createNativeQuery(ADD)
                                .setParameter(1, first.userId().value())
                                .setParameter(2, first.sessionId().value())
                                .setParameter(3, first.hash())
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /**
     * True when this call put another token in the place of a live one; false when it is not live. Forgets the session's
     * tokens that were replaced at the cutoff or before. One statement.
     */
    Uni<Boolean> replace(RefreshToken live, RefreshToken next, String salt, Instant now, Instant cutoff) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REPLACE)
                        .setParameter(1, live.userId().value())
                        .setParameter(2, live.sessionId().value())
                        .setParameter(3, live.hash())
                        .setParameter(4, next.hash())
                        .setParameter(5, now)
                        .setParameter(6, salt)
                        .setParameter(7, cutoff)
                        .executeUpdate())
                .map(added -> added == 1);
    }

    /** The salts of the session's tokens that were replaced after the cutoff, by the tokens' hashes. */
    Uni<Map<String, String>> replacedSince(RefreshToken shown, Instant cutoff) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REPLACED_SINCE, Object[].class)
                        .setParameter(1, shown.userId().value())
                        .setParameter(2, shown.sessionId().value())
                        .setParameter(3, cutoff)
                        .getResultList())
                .map(RefreshTokenRepository::saltsByHash);
    }

    private static Map<String, String> saltsByHash(List<Object[]> rows) {
        Function<Object[], String> hash = row -> (String) row[0];
        return rows.stream().collect(Collectors.toMap(hash, row -> (String) row[1]));
    }

    /** Deletes all of a person's. */
    Uni<Void> forget(UserId userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter(1, userId.value())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
