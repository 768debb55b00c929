package dev.muster.identity.hashing;

/** What a password is to a stored hash. */
public enum Verdict {
    WRONG,
    RIGHT,
    /** Right, and the hash is of a foreign format or weaker than those made now: hash the password anew. */
    RIGHT_BUT_WEAK;

    public boolean isRight() {
        return this != WRONG;
    }
}
