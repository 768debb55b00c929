package dev.muster.identity.throttle;

/** What an attempt whose check has ended does to the counts. */
public enum Weight {
    /** It stays counted. */
    WRONG,
    /** Nothing is proven yet, so it counts for nothing and clears nothing. */
    UNDECIDED,
    /** It clears the address's count. */
    RIGHT
}
