package dev.muster.identity.peer;

/**
 * The organization in which somebody's sign-in starts.
 *
 * @param role theirs in it: OWNER, ADMINISTRATOR, DEVELOPER or VIEWER
 */
public record DefaultAccount(long id, String organizationName, String role) {}
