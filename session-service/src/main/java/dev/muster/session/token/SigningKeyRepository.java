package dev.muster.session.token;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The signing keys that every replica shares. */
@ApplicationScoped
class SigningKeyRepository implements PanacheRepositoryBase<SigningKeyRow, String> {

    private static final long ROTATION_LOCK = 0x6d7573746572L;

    /** Lets one replica at a time decide on rotation, until its transaction ends. */
    Uni<Void> lockRotation() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)", Integer.class)
                        .setParameter(1, ROTATION_LOCK)
                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<List<SigningKeyRow>> newestFirst() {
        return list("order by activeFrom desc, id desc");
    }

    /** Deletes the keys of these ids; another replica may have done so before. */
    Uni<Long> deleteAll(List<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(0L) : delete("id in ?1", ids);
    }
}
