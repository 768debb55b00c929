package dev.muster.identity.company;

import dev.muster.identity.UserRow;
import dev.muster.kit.access.AccessConfig;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How far a company's word reaches into what belongs to a person and not to their membership. Whoever decides about an
 * address decides about the account, so a company changes only that of people who are nobody else's.
 */
@ApplicationScoped
public class CompanyReach {

    private static final int SUPERVISOR = 11;

    /** The network rating that everybody has who was given none. */
    private static final int USUAL = 1;

    private final CompanyUsers companyUsers;
    private final AccessConfig access;

    CompanyReach(CompanyUsers companyUsers, AccessConfig access) {
        this.companyUsers = companyUsers;
        this.access = access;
    }

    /**
     * To be asked in the transaction of the change with the person's row locked, so that nobody takes them in meanwhile.
     * Fails with {@code CONFLICT} when something is wanted that is the person's own to change. What is wanted as it is
     * already may always be wanted.
     */
    public Uni<Void> requireMayChange(UserId caller, CompanyUser present, DirectoryFields wanted) {
        UserRow user = present.user();
        if (!wanted.changes(present.visible())) {
            return Uni.createFrom().voidItem();
        }
        if (present.hasNotAccepted()) {
            throw refused("This user has not accepted the invitation: until then only they change what is theirs");
        }
        return companyUsers
                .ties(user.userId(), new OrgId(present.membership().orgId()), access.operatorPermission())
                .invoke(ties -> requireMayChange(caller.equals(user.userId()), user, ties, wanted.moves(user)))
                .replaceWithVoid();
    }

    private static void requireMayChange(boolean self, UserRow user, Ties ties, boolean movesEmail) {
        boolean powerful = user.networkRating >= SUPERVISOR || ties.operator();
        if (powerful && !self) {
            throw refused("Only they change what is theirs: this user has powers beyond the company");
        }
        if (movesEmail && (powerful || ties.elsewhere() || user.networkRating > USUAL)) {
            throw refused("Only they change their e-mail address: this user belongs to others than the company too");
        }
    }

    /** Fails with {@code CONFLICT} unless the company may still decide about the person's address. */
    public Uni<Void> requireMayMoveEmail(UserRow user, OrgId company) {
        return companyUsers
                .ties(user.userId(), company, access.operatorPermission())
                .invoke(ties -> requireMayChange(false, user, ties, true))
                .replaceWithVoid();
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.CONFLICT, detail);
    }
}
