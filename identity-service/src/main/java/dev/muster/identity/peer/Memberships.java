package dev.muster.identity.peer;

import dev.muster.identity.company.Membership;
import dev.muster.identity.peer.MembershipApi.DefaultAccountView;
import dev.muster.identity.peer.MembershipApi.MemberOrders;
import dev.muster.identity.peer.MembershipApi.OwnOrganization;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.service.PeerFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks and tells org-service about memberships. What it refuses is passed on; what it does not answer in time is
 * {@code SERVICE_UNAVAILABLE}. All calls but {@link #change} may be repeated without a second effect.
 */
@ApplicationScoped
public class Memberships {

    private static final String PEER = "org-service";

    private final MembershipApi api;

    Memberships(@RestClient MembershipApi api) {
        this.api = api;
    }

    /** Takes people in; those who are in already stay as they are. */
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    Uni<Void> takeIn(OrgId orgId, MemberOrders orders) {
        return passedOn(api.takeIn(orgId.value(), orders));
    }

    /** Makes a pending member an active one. */
    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    Uni<Void> activate(OrgId orgId, UserId userId) {
        return passedOn(api.activate(orgId.value(), userId.value()));
    }

    /** Makes the person's own organization their default account, if they have none. */
    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    Uni<Void> found(UserId userId, String name) {
        return passedOn(api.found(userId.value(), new OwnOrganization(name))).replaceWithVoid();
    }

    /**
     * Changes what org-service keeps of a member, in force when this completes; {@code changes} names the fields as
     * {@link Membership} does, those left out stay.
     */
    @Timeout(value = 3, unit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "notChanged")
    public Uni<Membership> change(UserId actor, OrgId orgId, UserId userId, Map<String, Object> changes) {
        Map<String, Object> body = new HashMap<>(changes);
        body.put("actor", actor.value());
        return passedOn(api.change(orgId.value(), userId.value(), body));
    }

    Uni<Membership> notChanged(UserId actor, OrgId orgId, UserId userId, Map<String, Object> changes, Throwable cause) {
        return Uni.createFrom().failure(PeerFailure.of(PEER, cause));
    }

    /** Ends a membership; the last owner stays, {@code LAST_OWNER}. */
    @Timeout(value = 3, unit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "notRemoved")
    public Uni<Void> remove(UserId actor, OrgId orgId, UserId userId) {
        return passedOn(api.remove(orgId.value(), userId.value(), actor.value()));
    }

    Uni<Void> notRemoved(UserId actor, OrgId orgId, UserId userId, Throwable cause) {
        return Uni.createFrom().failure(PeerFailure.of(PEER, cause));
    }

    /** Where the person's sign-in starts; empty for somebody who is in no organization. */
    @Timeout(value = 700, unit = ChronoUnit.MILLIS)
    @Retry(maxRetries = 1, delay = 50, maxDuration = 1500)
    @Fallback(fallbackMethod = "notFound")
    public Uni<Optional<DefaultAccount>> findDefault(UserId userId) {
        return api.findDefault(userId.value())
                .map(view -> Optional.of(toDefaultAccount(view)))
                .onFailure(PeerFailure::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    Uni<Optional<DefaultAccount>> notFound(UserId userId, Throwable cause) {
        return Uni.createFrom().failure(PeerFailure.of(PEER, cause));
    }

    /**
     * Ends all memberships of somebody who leaves the platform. Unless forced, the sole owner of an organization that
     * has other members is refused with {@code LAST_OWNER} and nothing ends.
     */
    @Timeout(value = 3, unit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "notEnded")
    public Uni<Void> endAll(UserId userId, boolean force) {
        return passedOn(api.endAll(userId.value(), force, false));
    }

    Uni<Void> notEnded(UserId userId, boolean force, Throwable cause) {
        return Uni.createFrom().failure(PeerFailure.of(PEER, cause));
    }

    /** The same once the account is deleted: what was founded meanwhile ends too, and nothing is founded any more. */
    @Timeout(value = 3, unit = ChronoUnit.SECONDS)
    Uni<Void> endForGood(UserId userId) {
        return passedOn(api.endAll(userId.value(), true, true));
    }

    private static DefaultAccount toDefaultAccount(DefaultAccountView view) {
        return new DefaultAccount(view.id(), view.organizationName(), view.role());
    }

    private static <T> Uni<T> passedOn(Uni<T> call) {
        return call.onFailure().transform(failure -> PeerProblem.of(PEER, failure));
    }
}
