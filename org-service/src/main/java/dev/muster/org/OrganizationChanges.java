package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.util.function.Function;

/**
 * Changes an organization or its memberships, one change of an organization after the other: what a change decides on
 * stays true until it is committed.
 */
@ApplicationScoped
public class OrganizationChanges {

    /** An answer waits this long for open sessions to follow; they follow later when session-service is slow. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int TRIES_AGAIN = 3;

    private final OrganizationRepository organizations;
    private final ActiveMembers members;
    private final Outbox outbox;

    OrganizationChanges(OrganizationRepository organizations, ActiveMembers members, Outbox outbox) {
        this.organizations = organizations;
        this.members = members;
        this.outbox = outbox;
    }

    /**
     * Commits what the change does with the caller's present standing; for somebody without a membership in force the
     * organization does not exist.
     */
    public <T> Uni<T> change(UserId caller, OrgId orgId, Function<Standing, Uni<T>> change) {
        return Uni.createFrom()
                .deferred(() -> members.require(caller, orgId)
                        .chain(known -> Panache.withTransaction(() -> organizations
                                .lock(orgId)
                                .chain(() -> members.require(caller, orgId))
                                .chain(change::apply))))
                .onFailure(OptimisticLockException.class)
                .retry()
                .atMost(TRIES_AGAIN);
    }

    /** As {@link #change}, and waits a little until open sessions have followed. */
    public <T> Uni<T> announce(UserId caller, OrgId orgId, Function<Standing, Uni<Announced<T>>> change) {
        return change(caller, orgId, change)
                .call(announced -> outbox.deliver(announced.news(), PATIENCE))
                .map(Announced::change);
    }
}
