package dev.muster.identity.network;

import dev.muster.identity.UserRepository;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows a person of the network to themselves and to supervisors. */
@ApplicationScoped
public class FindNetworkUser {

    private final UserRepository users;

    FindNetworkUser(UserRepository users) {
        this.users = users;
    }

    /** Fails with {@code FORBIDDEN} for anybody else, whether or not the person exists. */
    @WithSession
    Uni<NetworkUserView> find(NetworkPower caller, UserId person) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> caller.requireReading(person))
                .chain(() -> users.get(person))
                .map(NetworkUserView::of);
    }
}
