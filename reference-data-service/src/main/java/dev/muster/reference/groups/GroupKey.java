package dev.muster.reference.groups;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which group of which organization; the organization leads, so that one shard holds all groups of it. */
@RegisterForReflection
record GroupKey(long orgId, long id) {}
