package dev.muster.identity.signin;

import dev.muster.identity.UserRow;

/** A person and the hash of their password. */
record Credentials(UserRow user, String passwordHash) {}
