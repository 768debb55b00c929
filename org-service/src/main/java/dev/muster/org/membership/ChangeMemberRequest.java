package dev.muster.org.membership;

import dev.muster.org.Role;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a client wants a member to be; null leaves a thing as it is.
 *
 * @param permissions replace the whole list of the member's own
 */
@RegisterForReflection
record ChangeMemberRequest(Long group, Role role, List<String> permissions) {

    MemberChange change() {
        return new MemberChange(group, role, permissions, StaffChange.NONE);
    }
}
