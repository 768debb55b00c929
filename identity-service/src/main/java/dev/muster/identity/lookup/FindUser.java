package dev.muster.identity.lookup;

import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds a person by id, for another service. */
@ApplicationScoped
public class FindUser {

    private final UserRepository users;

    FindUser(UserRepository users) {
        this.users = users;
    }

    /** The person; an unknown id is {@code USER_NOT_FOUND}. */
    @WithSession
    public Uni<UserRow> find(UserId id) {
        return users.get(id);
    }
}
