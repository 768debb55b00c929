package dev.muster.identity.policy;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.TwoFactor;
import dev.muster.identity.UserRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose password is judged.
 *
 * @param organizations the names of the person's organizations, as far as they are known
 */
public record PasswordOwner(EmailAddress email, List<String> names, List<String> organizations, boolean secondFactor) {

    public static PasswordOwner of(UserRow user, List<String> organizations) {
        List<String> names = new ArrayList<>(List.of(user.firstName, user.lastName));
        names.removeIf(String::isBlank);
        EmailAddress email = user.hasEmail() ? user.emailAddress() : EmailAddress.of("");
        return new PasswordOwner(email, names, organizations, user.twoFactor != TwoFactor.OFF);
    }
}
