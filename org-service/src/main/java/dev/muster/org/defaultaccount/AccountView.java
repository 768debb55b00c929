package dev.muster.org.defaultaccount;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.org.OrganizationRow;
import dev.muster.org.Role;
import dev.muster.org.Standing;
import dev.muster.org.peer.PersonView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The account API's user.
 *
 * @param role the person's in the default account
 */
@RegisterForReflection
record AccountView(
        long id,
        String email,
        String name,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        @JsonProperty("country_id") String countryId,
        @JsonProperty("other_id") String otherId,
        Role role,
        @JsonProperty("default_account") DefaultAccount defaultAccount,
        @JsonProperty("created_on") String createdOn,
        @JsonProperty("updated_on") String updatedOn) {

    /** Where the person's sign-ins start. */
    @RegisterForReflection
    record DefaultAccount(
            long id, @JsonProperty("organization_name") String organizationName) {}

    static AccountView of(PersonView person, Standing standing) {
        OrganizationRow organization = standing.membership().organization();
        return new AccountView(
                person.id(),
                person.email(),
                person.name(),
                person.firstName(),
                person.lastName(),
                person.countryId(),
                person.otherId(),
                standing.role(),
                new DefaultAccount(organization.id().value(), organization.name()),
                person.createdOn(),
                person.updatedOn());
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "AccountView[id=" + id + "]";
    }
}
