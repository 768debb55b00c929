package dev.muster.org.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.kit.wire.Timestamps;
import dev.muster.org.MembershipRow;
import dev.muster.org.MembershipStatus;
import dev.muster.org.peer.InvitationOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * An invitation that waits to be accepted.
 *
 * @param email only where the client has just given it: organizations keep no addresses
 * @param permissions the person's own, without those of the group
 */
@RegisterForReflection
record InvitationView(
        @JsonProperty("user_id") long userId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String email,
        long group,
        List<String> permissions,
        String status,
        @JsonProperty("created_on") String createdOn) {

    static InvitationView of(MembershipRow invited) {
        return of(invited, null);
    }

    static InvitationView of(MembershipRow invited, String email) {
        return new InvitationView(
                invited.userId().value(),
                email,
                invited.groupId(),
                invited.permissions().stream().sorted().toList(),
                invited.status().toString(),
                Timestamps.text(invited.createdAt()));
    }

    static InvitationView of(long userId, InvitationOrder order, Instant now) {
        return new InvitationView(
                userId,
                order.email(),
                order.groupId(),
                order.permissions().stream().sorted().toList(),
                MembershipStatus.PENDING.toString(),
                Timestamps.text(now));
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "InvitationView[userId=" + userId + "]";
    }
}
