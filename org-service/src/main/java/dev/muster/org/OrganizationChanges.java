package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Changes an organization or its memberships, one change of an organization after the other: what a change decides on
 * stays true until it is committed.
 */
@ApplicationScoped
public class OrganizationChanges {

    private static final int TRIES_AGAIN = 3;

    private final OrganizationRepository organizations;
    private final ActiveMembers members;
    private final Announcements announcements;

    OrganizationChanges(OrganizationRepository organizations, ActiveMembers members, Announcements announcements) {
        this.organizations = organizations;
        this.members = members;
        this.announcements = announcements;
    }

    /**
     * Commits what the change does with the caller's present standing; for somebody without a membership in force the
     * organization does not exist. Where a second factor is demanded, a session without one is
     * {@link Problem#SECOND_FACTOR_REQUIRED} wherever it is active. What groups grant is asked before the lock is taken,
     * so that nobody waits behind a call of another service.
     */
    public <T> Uni<T> change(Actor actor, OrgId orgId, Function<Standing, Uni<T>> change) {
        return Uni.createFrom()
                .deferred(() -> members.require(actor.userId(), orgId)
                        .chain(known -> Panache.withTransaction(() -> organizations
                                .lock(orgId)
                                .chain(() -> members.require(actor.userId(), orgId, known.groups()))
                                .invoke(standing -> standing.requireSecondFactor(actor.hasSecondFactor()))
                                .chain(change::apply))))
                .onFailure(ChangedMeanwhile::isCauseOf)
                .retry()
                .atMost(TRIES_AGAIN);
    }

    /** As {@link #change}, and waits a little until open sessions and identity-service's lists have followed. */
    public <T> Uni<T> announce(Actor actor, OrgId orgId, Function<Standing, Uni<Announced<T>>> change) {
        return change(actor, orgId, change)
                .call(announced -> announcements.await(announced.news()))
                .map(Announced::change);
    }
}
