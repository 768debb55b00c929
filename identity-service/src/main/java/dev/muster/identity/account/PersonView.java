package dev.muster.identity.account;

import dev.muster.identity.UserRow;
import dev.muster.kit.wire.Timestamps;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What identity-service knows of a user in the account API; org-service adds the default account.
 *
 * @param countryId ISO 3166-1 alpha-2
 */
@RegisterForReflection
record PersonView(
        long id,
        String email,
        String name,
        String firstName,
        String lastName,
        String countryId,
        String otherId,
        String createdOn,
        String updatedOn) {

    static PersonView of(UserRow user, String countryCode) {
        return new PersonView(
                user.id,
                user.email,
                orNull((user.firstName + " " + user.lastName).strip()),
                orNull(user.firstName),
                orNull(user.lastName),
                countryCode,
                user.otherId,
                Timestamps.text(user.createdAt),
                Timestamps.text(user.updatedAt));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
