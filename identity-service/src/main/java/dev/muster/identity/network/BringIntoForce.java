package dev.muster.identity.network;

import dev.muster.identity.UserRow;
import dev.muster.identity.peer.CloseSessions;
import dev.muster.identity.standing.PushStanding;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.outbox.OutboxId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Makes a change bite on open sessions: ordered with it, carried out before its answer. */
@ApplicationScoped
class BringIntoForce {

    private static final String REASON = "password_changed";

    private final PushStanding pushStanding;
    private final CloseSessions closeSessions;

    BringIntoForce(PushStanding pushStanding, CloseSessions closeSessions) {
        this.pushStanding = pushStanding;
        this.closeSessions = closeSessions;
    }

    /** Joins the caller's transaction. */
    Uni<Change> order(UserRow user, boolean rated, boolean newPassword, LiveSession caller) {
        return (rated ? pushStanding.order(user.userId()) : nothing())
                .chain(standing -> (newPassword ? close(user, caller) : nothing())
                        .map(closing -> new Change(NetworkUserView.of(user), standing, closing)));
    }

    /** Whoever changes their own password stays signed in where they did. */
    private Uni<OutboxId> close(UserRow user, LiveSession caller) {
        return caller.userId().equals(user.userId())
                ? closeSessions.orderExcept(user.userId(), caller.id(), REASON)
                : closeSessions.order(user.userId(), REASON);
    }

    /** After the commit. */
    Uni<Void> carryOut(Change change) {
        return carryOut(change.standing(), pushStanding::carryOut)
                .chain(() -> carryOut(change.closing(), closeSessions::carryOut));
    }

    private static Uni<Void> carryOut(OutboxId order, Function<OutboxId, Uni<Void>> how) {
        return order == null ? Uni.createFrom().voidItem() : how.apply(order);
    }

    private static Uni<OutboxId> nothing() {
        return Uni.createFrom().nullItem();
    }
}
