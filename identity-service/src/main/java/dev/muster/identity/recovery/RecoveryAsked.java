package dev.muster.identity.recovery;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Somebody asked for another password with this address, whether or not anybody has it; as the outbox keeps it. */
@RegisterForReflection
record RecoveryAsked(String email) {}
