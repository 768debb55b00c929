package dev.muster.identity.activation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.identity.UserRow;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whose account is active now. */
@RegisterForReflection
record ActivatedView(
        boolean result, @JsonProperty("user_id") long userId, String email) {

    static ActivatedView of(UserRow user) {
        return new ActivatedView(true, user.id, user.email);
    }
}
