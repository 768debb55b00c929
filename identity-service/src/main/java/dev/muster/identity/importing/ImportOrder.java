package dev.muster.identity.importing;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import java.util.UUID;

/**
 * What somebody asks for with a file.
 *
 * @param id what the job will be called
 * @param operator whether the actor may give the operator's permission
 * @param idempotencyKey null for none
 */
record ImportOrder(
        UUID id, OrgId orgId, UserId actor, boolean operator, ImportOptions options, String idempotencyKey) {}
