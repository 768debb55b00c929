package dev.muster.identity.erasure;

/** What becomes of organizations that the person alone owns and that have other members. */
public enum Ownerships {
    /** They must have another owner first. */
    KEEP,
    /** They lose their owner. */
    ABANDON
}
