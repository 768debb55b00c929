package dev.muster.identity.page;

import dev.muster.identity.UserRow;
import java.util.List;

/**
 * Who chooses a password.
 *
 * @param organizations those that take the person in when they do
 */
public record Chooser(UserRow user, List<String> organizations) {

    /** Somebody for whom nothing changes but the password. */
    public static Chooser of(UserRow user) {
        return new Chooser(user, List.of());
    }
}
