package dev.muster.org.departure;

import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.MembershipRepository;
import dev.muster.org.MembershipRow;
import dev.muster.org.OrganizationRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Keeps organizations that have other members from losing their last owner. */
@ApplicationScoped
class LastOwners {

    private final MembershipRepository memberships;

    LastOwners(MembershipRepository memberships) {
        this.memberships = memberships;
    }

    /** To be asked under the organizations' locks before the person leaves them all. */
    Uni<Void> requireOthers(UserId userId, List<MembershipRow> own) {
        List<MembershipRow> owned = own.stream().filter(MembershipRow::isOwner).toList();
        List<Long> orgIds =
                owned.stream().map(membership -> membership.orgId().value()).toList();
        return memberships
                .withOthers(userId, orgIds)
                .chain(inhabited -> memberships
                        .withOtherOwners(userId, orgIds)
                        .invoke(kept -> owned.forEach(membership -> require(membership, inhabited, kept))))
                .replaceWithVoid();
    }

    private static void require(MembershipRow leaving, Set<Long> inhabited, Set<Long> kept) {
        Long orgId = leaving.orgId().value();
        if (inhabited.contains(orgId) && !kept.contains(orgId)) {
            OrganizationRow organization = leaving.organization();
            throw new ProblemException(
                    Problem.LAST_OWNER,
                    "Organization " + organization.id() + " (" + organization.name()
                            + ") has other members and would lose its last owner");
        }
    }
}
