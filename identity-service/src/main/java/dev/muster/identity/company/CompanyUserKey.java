package dev.muster.identity.company;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.Serializable;

/** What names a membership: a person in a company. */
@RegisterForReflection
public record CompanyUserKey(long orgId, long userId) implements Serializable {}
