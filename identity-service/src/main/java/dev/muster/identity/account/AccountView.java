package dev.muster.identity.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.identity.peer.DefaultAccount;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * A user in the account API.
 *
 * @param name both names, null when neither is known
 * @param countryId ISO 3166-1 alpha-2
 * @param role in the default account
 * @param defaultAccount where the sign-in starts, null for somebody who is in no organization
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
        String role,
        @JsonProperty("default_account") OrganizationReference defaultAccount,
        @JsonProperty("created_on") String createdOn,
        @JsonProperty("updated_on") String updatedOn) {

    /** An organization by id and name. */
    @RegisterForReflection
    record OrganizationReference(
            long id, @JsonProperty("organization_name") String organizationName) {}

    static AccountView of(PersonView person, Optional<DefaultAccount> account) {
        return new AccountView(
                person.id(),
                person.email(),
                person.name(),
                person.firstName(),
                person.lastName(),
                person.countryId(),
                person.otherId(),
                account.map(DefaultAccount::role).orElse(null),
                account.map(it -> new OrganizationReference(it.id(), it.organizationName()))
                        .orElse(null),
                person.createdOn(),
                person.updatedOn());
    }
}
