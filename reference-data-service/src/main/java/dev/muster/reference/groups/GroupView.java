package dev.muster.reference.groups;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A group in the profile API, whose ids are strings. */
@RegisterForReflection
record GroupView(String id, String name) {

    static GroupView of(Group group) {
        return new GroupView(Long.toString(group.id()), group.name());
    }
}
