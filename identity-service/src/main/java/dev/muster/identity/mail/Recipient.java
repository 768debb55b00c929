package dev.muster.identity.mail;

import dev.muster.identity.UserRow;
import dev.muster.kit.id.UserId;

/**
 * Whom a mail is for, and how to address them.
 *
 * @param email null for somebody who has no address
 */
public record Recipient(UserId userId, String email, String name, String language) {

    /** The person at the address in force. */
    public static Recipient of(UserRow user) {
        return at(user.email, user);
    }

    /** The person at another address of theirs. */
    public static Recipient at(String email, UserRow user) {
        return new Recipient(user.userId(), email, user.firstName, user.language);
    }

    boolean isReachable() {
        return email != null;
    }
}
