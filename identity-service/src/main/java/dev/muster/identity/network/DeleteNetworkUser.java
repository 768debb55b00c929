package dev.muster.identity.network;

import dev.muster.identity.erasure.EraseUser;
import dev.muster.identity.erasure.Ownerships;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Erases a person on an administrator's word, whatever organizations they leave behind. */
@ApplicationScoped
public class DeleteNetworkUser {

    private final EraseUser eraseUser;

    DeleteNetworkUser(EraseUser eraseUser) {
        this.eraseUser = eraseUser;
    }

    /** Fails with {@code FORBIDDEN}, {@code USER_NOT_FOUND}, and {@code LAST_ADMINISTRATOR} for the last administrator. */
    Uni<Void> delete(NetworkPower caller, UserId person) {
        caller.requireDeleting();
        return eraseUser.erase(person, Ownerships.ABANDON);
    }
}
