package dev.muster.org.membership;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.kit.wire.Timestamps;
import dev.muster.org.MembershipRow;
import dev.muster.org.Role;
import dev.muster.org.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A member of an organization in the account API.
 *
 * @param permissions the member's own, without those of the group
 */
@RegisterForReflection
record MemberView(
        @JsonProperty("user_id") long userId,
        long group,
        Role role,
        List<String> permissions,
        String status,
        @JsonProperty("created_on") String createdOn,
        @JsonProperty("updated_on") String updatedOn) {

    static MemberView of(Standing member) {
        MembershipRow membership = member.membership();
        return new MemberView(
                membership.userId().value(),
                membership.groupId(),
                member.role(),
                membership.permissions().stream().sorted().toList(),
                membership.status().toString(),
                Timestamps.text(membership.createdAt()),
                Timestamps.text(membership.updatedAt()));
    }
}
