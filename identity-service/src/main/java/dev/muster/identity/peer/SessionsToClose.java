package dev.muster.identity.peer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The order to close a person's sessions, as the outbox keeps it.
 *
 * @param except the session that stays open, null for none
 * @param version of the person's standing from which on sessions stay open; null, in an order of an earlier release, for
 *     none
 */
@RegisterForReflection
record SessionsToClose(long userId, String except, String reason, Long version) {}
