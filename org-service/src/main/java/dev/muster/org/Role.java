package dev.muster.org;

/** A membership's standing in the words of the account API, most powerful first; read off the membership, not stored. */
public enum Role {
    OWNER,
    ADMINISTRATOR,
    DEVELOPER,
    VIEWER
}
