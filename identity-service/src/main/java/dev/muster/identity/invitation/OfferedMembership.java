package dev.muster.identity.invitation;

import dev.muster.identity.UserRow;
import dev.muster.kit.id.OrgId;
import java.util.Optional;

/** Who may join which organization; its name is empty while org-service does not tell it. */
record OfferedMembership(UserRow user, OrgId orgId, Optional<String> organizationName) {}
