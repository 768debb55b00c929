package dev.muster.identity.network;

import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Stores the two passwords of a person, hashed; joins the caller's transaction. */
@ApplicationScoped
class NetworkCredentials {

    private static final String PUT = """
            insert into credentials as present (user_id, password_hash, fsd_password_hash, password_changed_at)
            values (?1, ?2, ?3, case when cast(?2 as text) is not null then cast(?4 as timestamptz) end)
            on conflict (user_id) do update set
                password_hash = coalesce(excluded.password_hash, present.password_hash),
                fsd_password_hash = coalesce(excluded.fsd_password_hash, present.fsd_password_hash),
                password_changed_at = coalesce(excluded.password_changed_at, present.password_changed_at)
            """;

    private final Clock clock;

    NetworkCredentials(Clock clock) {
        this.clock = clock;
    }

    /** Those that are not given stay as they are. */
    Uni<Void> put(UserId userId, Hashes hashes) {
        if (hashes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT)
                        .setParameter(1, userId.value())
                        .setParameter(2, hashes.password())
                        .setParameter(3, hashes.fsdPassword())
                        .setParameter(4, clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
