package dev.muster.org.membership;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.MembershipRepository;
import dev.muster.org.MembershipRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps an organization from losing its last owner. */
@ApplicationScoped
class LastOwner {

    private final MembershipRepository memberships;

    LastOwner(MembershipRepository memberships) {
        this.memberships = memberships;
    }

    /** To be asked under the organization's lock before the member stops to be an owner. */
    Uni<Void> requireAnother(MembershipRow leaving) {
        if (!leaving.isOwner()) {
            return Uni.createFrom().voidItem();
        }
        return memberships
                .hasOtherOwner(leaving.orgId(), leaving.userId())
                .invoke(LastOwner::require)
                .replaceWithVoid();
    }

    private static void require(boolean another) {
        if (!another) {
            throw new ProblemException(Problem.LAST_OWNER, "The last owner of an organization stays its owner");
        }
    }
}
