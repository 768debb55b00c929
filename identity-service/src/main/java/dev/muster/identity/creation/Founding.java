package dev.muster.identity.creation;

/** Whether a new person gets an organization of their own, which is then where their sign-in starts. */
public enum Founding {
    OWN_ORGANIZATION,
    NOTHING
}
