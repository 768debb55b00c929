package dev.muster.identity.company;

import dev.muster.identity.UserRow;

/**
 * A person together with what they are in one company.
 *
 * @param joined whether they have ever been of the company
 */
public record CompanyUser(UserRow user, Membership membership, boolean joined) {

    static CompanyUser of(UserRow user, CompanyUserRow row) {
        return new CompanyUser(user, row.membership(), row.joined());
    }

    /** The same person with the membership that org-service has told since. */
    public CompanyUser with(Membership changed) {
        return new CompanyUser(user, changed, joined);
    }

    /** Whether the company has only invited somebody who has an account of their own, and was not answered. */
    public boolean hasNotAccepted() {
        return user.activatedAt != null
                && switch (membership.status()) {
                    case PENDING -> true;
                    case ACTIVE -> false;
                    case INACTIVE -> !joined;
                };
    }

    /** The person as the company may see them: of whoever has not accepted, nothing but the address. */
    public UserRow visible() {
        if (!hasNotAccepted()) {
            return user;
        }
        UserRow stranger = new UserRow();
        stranger.id = user.id;
        stranger.email = user.email;
        stranger.emailKey = user.emailKey;
        return stranger;
    }
}
