package dev.muster.session.standing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What identity-service says of a person as such.
 *
 * @param version rises with every change; an older one never replaces a newer one
 * @param active whether the person may sign in
 * @param networkRating 0 and below mean suspended
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StandingRequest(long version, boolean active, int networkRating, int pilotRating) {

    /** Whether a person of this standing may have open sessions. */
    boolean allowsSessions() {
        return active && networkRating > 0;
    }
}
