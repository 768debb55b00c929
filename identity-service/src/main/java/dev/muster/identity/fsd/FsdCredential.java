package dev.muster.identity.fsd;

import dev.muster.identity.UserRow;

/** A person and the hash of their FSD password. */
record FsdCredential(UserRow user, String hash) {}
