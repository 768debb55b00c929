package dev.muster.org.defaultaccount;

import dev.muster.org.OrganizationRow;
import dev.muster.org.Role;
import dev.muster.org.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where a person's sign-ins start.
 *
 * @param role the person's there
 */
@RegisterForReflection
record DefaultAccountView(long id, String organizationName, Role role) {

    static DefaultAccountView of(Standing standing) {
        OrganizationRow organization = standing.membership().organization();
        return new DefaultAccountView(organization.id().value(), organization.name(), standing.role());
    }
}
