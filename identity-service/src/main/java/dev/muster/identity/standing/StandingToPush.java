package dev.muster.identity.standing;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The order to push a person's standing, as the outbox keeps it; what it is then is read at delivery. */
@RegisterForReflection
record StandingToPush(long userId) {}
