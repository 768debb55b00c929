package dev.muster.org.defaultaccount;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.ActiveMembers;
import dev.muster.org.MembershipRepository;
import dev.muster.org.MembershipRow;
import dev.muster.org.Standing;
import dev.muster.org.peer.IdentityService;
import dev.muster.org.peer.PersonView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Has a person's sign-ins start in another of their organizations. */
@ApplicationScoped
public class ChooseDefaultAccount {

    private final ActiveMembers members;
    private final MembershipRepository memberships;
    private final IdentityService identity;
    private final Clock clock;

    /** Who chose, and what they are where they chose to start. */
    record Chosen(PersonView person, Standing standing) {}

    ChooseDefaultAccount(
            ActiveMembers members, MembershipRepository memberships, IdentityService identity, Clock clock) {
        this.members = members;
        this.memberships = memberships;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Somebody else's organization is {@link Problem#ORGANIZATION_NOT_FOUND}. Identity-service is asked first, so that
     * nothing has changed when it is away.
     */
    Uni<Chosen> choose(UserId caller, OrgId orgId) {
        return members.require(caller, orgId)
                .chain(standing -> identity.person(caller)
                        .call(() -> Panache.withTransaction(() -> settle(caller, orgId)))
                        .map(person -> new Chosen(person, standing)));
    }

    private Uni<Void> settle(UserId caller, OrgId orgId) {
        return memberships
                .lockPerson(caller)
                .chain(() -> memberships.inForce(caller, orgId))
                .invoke(ChooseDefaultAccount::require)
                .chain(() -> memberships.makeDefault(caller, orgId, clock.instant()));
    }

    private static void require(MembershipRow membership) {
        if (membership == null) {
            throw new ProblemException(Problem.ORGANIZATION_NOT_FOUND);
        }
    }
}
