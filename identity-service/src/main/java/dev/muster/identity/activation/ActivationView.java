package dev.muster.identity.activation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Who would be activated.
 *
 * @param email masked, for whoever holds the link need not be the person; null for somebody without an address
 * @param organizationName the company that waits for the person, null when there is none or its name is not known now
 */
@RegisterForReflection
record ActivationView(
        String email, @JsonProperty("organization_name") String organizationName) {

    static ActivationView of(PendingUser pending) {
        return new ActivationView(
                pending.user().hasEmail() ? masked(pending.user().email) : null,
                pending.companies().isEmpty() ? null : pending.companies().get(0));
    }

    /** The first letter and the domain: {@code d***@example.com}. */
    private static String masked(String email) {
        int at = email.lastIndexOf('@');
        return email.substring(0, email.offsetByCodePoints(0, 1)) + "***" + email.substring(at);
    }
}
