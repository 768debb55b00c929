package dev.muster.identity.invitation;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Who was invited. */
@RegisterForReflection
record InvitedView(long userId) {}
