package dev.muster.identity.company;

import dev.muster.identity.UserRow;

/** A person together with what they are in one company. */
public record CompanyUser(UserRow user, Membership membership) {

    /** Whether the company has invited somebody who has an account already and has not answered yet. */
    public boolean hasNotAccepted() {
        return membership.status() == MembershipStatus.PENDING && user.activatedAt != null;
    }
}
