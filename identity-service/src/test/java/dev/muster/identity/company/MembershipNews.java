package dev.muster.identity.company;

import dev.muster.testkit.access.ServiceCaller;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells identity-service about memberships, as org-service does. */
public final class MembershipNews {

    private static final int STUDENT = 120;

    private MembershipNews() {}

    /** The person is in the organization, with this status. */
    public static ValidatableResponse tell(long orgId, long userId, long version, String status) {
        return tell(orgId, userId, of(orgId, userId, version, status));
    }

    /** The person's membership is as said here. */
    public static ValidatableResponse tell(long orgId, long userId, Map<String, ?> membership) {
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(membership)
                .put("/internal/users/" + userId + "/memberships/" + orgId)
                .then();
    }

    /** A membership on the wire, to be bent by tests. */
    public static Map<String, Object> of(long orgId, long userId, long version, String status) {
        Map<String, Object> membership = new HashMap<>();
        membership.put("userId", userId);
        membership.put("orgId", orgId);
        membership.put("version", version);
        membership.put("status", status);
        membership.put("groupId", STUDENT);
        membership.put("permissions", List.of("members.read"));
        membership.put("owner", false);
        membership.put("employeeId", "EMP-007");
        membership.put("costCentreId", null);
        membership.put("branchIds", List.of("3"));
        return membership;
    }
}
