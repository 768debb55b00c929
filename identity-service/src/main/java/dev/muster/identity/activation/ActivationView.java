package dev.muster.identity.activation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Who would be activated.
 *
 * @param email masked, for whoever holds the link need not be the person; null for somebody without an address
 * @param organizationName the first company that waits for the person, null when none is known by name now
 * @param organizationNames all that take the person in, by number while a name is not known
 */
@RegisterForReflection
record ActivationView(
        String email,
        @JsonProperty("organization_name") String organizationName,
        @JsonProperty("organization_names") List<String> organizationNames) {

    static ActivationView of(PendingUser pending) {
        return new ActivationView(
                pending.user().hasEmail() ? masked(pending.user().email) : null,
                pending.names().stream().findFirst().orElse(null),
                pending.labels());
    }

    /** The first letter and the domain: {@code d***@example.com}. */
    private static String masked(String email) {
        int at = email.lastIndexOf('@');
        return email.substring(0, email.offsetByCodePoints(0, 1)) + "***" + email.substring(at);
    }
}
