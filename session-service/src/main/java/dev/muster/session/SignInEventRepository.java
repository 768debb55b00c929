package dev.muster.session;

import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The sign-in history. */
@ApplicationScoped
public class SignInEventRepository implements PanacheRepositoryBase<SignInEventRow, Long> {

    /** The person's newest sign-ins, newest first; attempts that failed are not among them. */
    public Uni<List<SignInEventRow>> newest(UserId userId, int limit) {
        return find("userId = ?1 and outcome = 'signed_in' order by at desc, id desc", userId.value())
                .page(0, limit)
                .list();
    }

    /** Erases where from and with what program the person signed in; when and how it ended stay. */
    public Uni<Void> erase(UserId userId) {
        return update(
                        "ip = null, city = null, country = null, browser = null, provider = null where userId = ?1",
                        userId.value())
                .replaceWithVoid();
    }
}
