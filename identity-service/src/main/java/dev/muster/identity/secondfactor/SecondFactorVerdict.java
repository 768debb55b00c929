package dev.muster.identity.secondfactor;

/** Where a person's second factor stands at a sign-in. */
public enum SecondFactorVerdict {
    /** The person has none. */
    NOT_NEEDED,
    /** The person has one and showed nothing; a mailed code is on its way where that is the method. */
    REQUIRED,
    PASSED,
    FAILED
}
