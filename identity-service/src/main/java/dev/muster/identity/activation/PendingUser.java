package dev.muster.identity.activation;

import dev.muster.identity.UserRow;
import java.util.List;

/**
 * Somebody whose ticket is good.
 *
 * @param companies the names of those that wait for the person, as far as they are known
 */
record PendingUser(UserRow user, List<String> companies) {}
