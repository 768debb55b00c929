package dev.muster.org.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What identity-service tells of a person for the account API; texts but the times may be null. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonView(
        long id,
        String email,
        String name,
        String firstName,
        String lastName,
        String countryId,
        String otherId,
        String createdOn,
        String updatedOn) {

    /** Without what is personal. */
    @Override
    public String toString() {
        return "PersonView[id=" + id + "]";
    }
}
