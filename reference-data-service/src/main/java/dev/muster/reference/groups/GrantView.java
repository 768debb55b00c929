package dev.muster.reference.groups;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A group and what it grants, for another service. */
@RegisterForReflection
record GrantView(long id, String name, boolean staff, List<String> permissions) {

    static GrantView of(Group group) {
        return new GrantView(group.id(), group.name(), group.staff(), group.permissions());
    }
}
