package dev.muster.org;

import jakarta.persistence.EnumeratedValue;

/** How far a membership has come; only an active one gives any power. */
public enum MembershipStatus {
    PENDING("pending"),
    ACTIVE("active"),
    INACTIVE("inactive");

    @EnumeratedValue
    private final String stored;

    MembershipStatus(String stored) {
        this.stored = stored;
    }

    @Override
    public String toString() {
        return stored;
    }
}
