package dev.muster.identity.directory;

import dev.muster.identity.company.FindCompanyUser;
import dev.muster.identity.peer.Memberships;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a user out of the caller's company; their sessions in it are closed. The person stays. */
@ApplicationScoped
public class RemoveDirectoryUser {

    private final FindCompanyUser companyUser;
    private final Memberships memberships;

    RemoveDirectoryUser(FindCompanyUser companyUser, Memberships memberships) {
        this.companyUser = companyUser;
        this.memberships = memberships;
    }

    /** The last owner stays, {@code LAST_OWNER}. */
    Uni<Void> remove(LiveSession caller, UserId userId) {
        OrgId company = FindCompanyUser.companyOf(caller);
        return companyUser
                .membership(company, userId)
                .chain(() -> memberships.remove(caller.userId(), company, userId));
    }
}
