package dev.muster.org.organizations;

import dev.muster.kit.id.UserId;
import dev.muster.org.MembershipRepository;
import dev.muster.org.MembershipRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists the organizations that a person belongs to. */
@ApplicationScoped
public class ListOrganizations {

    private final MembershipRepository memberships;

    ListOrganizations(MembershipRepository memberships) {
        this.memberships = memberships;
    }

    /** The person's active memberships with their organizations, by organization id. */
    public Uni<List<MembershipRow>> list(UserId userId) {
        return memberships.activeOf(userId);
    }
}
