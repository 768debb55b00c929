package dev.muster.identity.network;

import dev.muster.identity.UserRow;
import dev.muster.identity.company.CompanyUsers;
import dev.muster.kit.access.AccessConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The rating by which a person is protected from supervisors: their own, or an administrator's for whoever operates the
 * platform by a membership, because both give the same power.
 */
@ApplicationScoped
class ProtectedRating {

    private final CompanyUsers companyUsers;
    private final AccessConfig access;

    ProtectedRating(CompanyUsers companyUsers, AccessConfig access) {
        this.companyUsers = companyUsers;
        this.access = access;
    }

    /** One statement in the caller's session. */
    Uni<Integer> of(UserRow person) {
        return companyUsers
                .operates(person.userId(), access.operatorPermission())
                .map(operates -> operates ? Ratings.ADMINISTRATOR : person.networkRating);
    }
}
