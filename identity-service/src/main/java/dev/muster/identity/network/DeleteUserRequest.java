package dev.muster.identity.network;

/** Whom to delete. */
public record DeleteUserRequest(Long cid) {}
