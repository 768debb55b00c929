package dev.muster.identity.company;

import dev.muster.identity.UserRow;

/** A person together with what they are in one company. */
public record CompanyUser(UserRow user, Membership membership) {}
