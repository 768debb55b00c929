package dev.muster.identity.lookup;

import dev.muster.identity.UserRow;
import dev.muster.kit.id.UserId;

/** What the other services may know of a person. */
public record UserView(
        UserId id,
        String email,
        boolean active,
        int networkRating,
        int pilotRating,
        String firstName,
        String lastName,
        String language) {

    static UserView of(UserRow user) {
        return new UserView(
                user.userId(),
                user.email,
                user.active,
                user.networkRating,
                user.pilotRating,
                user.firstName,
                user.lastName,
                user.language);
    }
}
