package dev.muster.identity.directory;

import dev.muster.identity.company.CompanyUser;
import dev.muster.identity.company.FindCompanyUser;
import dev.muster.identity.company.MembershipStatus;
import dev.muster.identity.creation.InviteToJoin;
import dev.muster.identity.peer.Organizations;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends a pending user another mail; the ticket in the older one is void. */
@ApplicationScoped
public class ResendInvitation {

    private final FindCompanyUser companyUser;
    private final Organizations organizations;
    private final InviteToJoin inviteToJoin;

    ResendInvitation(FindCompanyUser companyUser, Organizations organizations, InviteToJoin inviteToJoin) {
        this.companyUser = companyUser;
        this.organizations = organizations;
        this.inviteToJoin = inviteToJoin;
    }

    /** Somebody who is not pending is {@code NOT_PENDING}, one without an address {@code CONFLICT}. */
    Uni<Void> resend(LiveSession caller, UserId userId) {
        OrgId company = FindCompanyUser.companyOf(caller);
        return organizations
                .name(company)
                .chain(name -> Panache.withTransaction(() -> companyUser
                        .lock(company, userId)
                        .invoke(ResendInvitation::requirePending)
                        .chain(present ->
                                inviteToJoin.invite(present.user(), company, name.orElseGet(() -> "#" + company)))));
    }

    private static void requirePending(CompanyUser present) {
        if (present.membership().status() != MembershipStatus.PENDING) {
            throw new ProblemException(Problem.NOT_PENDING, "Only a pending user gets another mail");
        }
        if (!present.user().hasEmail()) {
            throw new ProblemException(Problem.CONFLICT, "This user has no e-mail address");
        }
    }
}
