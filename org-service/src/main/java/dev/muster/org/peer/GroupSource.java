package dev.muster.org.peer;

import dev.muster.kit.id.OrgId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where groups and their permissions come from. */
interface GroupSource {

    /** The organization's groups now: the held ones when they are still right; fails when that cannot be told. */
    Uni<Groups> find(OrgId orgId, Optional<Groups> held);
}
