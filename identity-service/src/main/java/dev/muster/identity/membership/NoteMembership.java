package dev.muster.identity.membership;

import dev.muster.identity.company.CompanyUsers;
import dev.muster.identity.company.Membership;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the copy of a membership from which the directory's lists are read. */
@ApplicationScoped
public class NoteMembership {

    private final CompanyUsers companyUsers;

    NoteMembership(CompanyUsers companyUsers) {
        this.companyUsers = companyUsers;
    }

    /** The membership is now as given; an older version than the one known changes nothing. */
    @WithTransaction
    Uni<Void> note(Membership membership) {
        return companyUsers.put(membership);
    }
}
