package dev.muster.org.intake;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.Announcements;
import dev.muster.org.MembershipRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes somebody who was invited a member, once they have accepted. */
@ApplicationScoped
public class ActivateMember {

    private final MembershipRepository memberships;
    private final Announcements announcements;
    private final Clock clock;

    ActivateMember(MembershipRepository memberships, Announcements announcements, Clock clock) {
        this.memberships = memberships;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Activating an active member succeeds; one who was removed or never invited is {@link Problem#USER_NOT_FOUND}. */
    @WithTransaction
    public Uni<Void> activate(UserId userId, OrgId orgId) {
        return memberships
                .activatePending(userId, orgId, clock.instant())
                .chain(activatedNow -> activatedNow
                        ? announcements.ofMembership(userId, orgId).replaceWithVoid()
                        : requireInForce(userId, orgId));
    }

    private Uni<Void> requireInForce(UserId userId, OrgId orgId) {
        return memberships
                .inForce(userId, orgId)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(Problem.USER_NOT_FOUND))
                .replaceWithVoid();
    }
}
