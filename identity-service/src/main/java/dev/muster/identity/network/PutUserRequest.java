package dev.muster.identity.network;

/**
 * The person to make or to change.
 *
 * @param cid the published clients say it twice when they change somebody; null when they do not
 */
public record PutUserRequest(Long cid, NetworkUserRequest user) {}
