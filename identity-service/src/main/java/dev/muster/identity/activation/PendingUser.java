package dev.muster.identity.activation;

import dev.muster.identity.UserRow;
import dev.muster.kit.id.OrgId;
import java.util.List;
import java.util.Optional;

/**
 * Somebody whose ticket is good.
 *
 * @param companies all those that take the person in when they use it
 */
record PendingUser(UserRow user, List<Company> companies) {

    /** A company that waits for the person; its name is empty while org-service does not tell it. */
    record Company(OrgId id, Optional<String> name) {

        /** What people call it, or its number. */
        String label() {
            return name.orElseGet(() -> "#" + id);
        }
    }

    /** The names that are known. */
    List<String> names() {
        return companies.stream().flatMap(company -> company.name().stream()).toList();
    }

    /** Every company, so that nobody joins one that they were not told of. */
    List<String> labels() {
        return companies.stream().map(Company::label).toList();
    }
}
