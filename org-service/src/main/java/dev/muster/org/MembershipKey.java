package dev.muster.org;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Who in which organization; the user leads, so that one shard holds all memberships of a person. */
@RegisterForReflection
public record MembershipKey(long userId, long orgId) {}
