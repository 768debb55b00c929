package dev.muster.org.lookup;

import dev.muster.org.OrganizationRow;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An organization as the other services see it.
 *
 * @param secondFactorRequired whether only sessions with a second factor may work in it
 */
@RegisterForReflection
record OrganizationLookUpView(long id, String name, boolean active, boolean secondFactorRequired) {

    static OrganizationLookUpView of(OrganizationRow organization) {
        return new OrganizationLookUpView(
                organization.id().value(),
                organization.name(),
                organization.isActive(),
                organization.demandsSecondFactor());
    }
}
