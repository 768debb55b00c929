package dev.muster.org.membership;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.kit.id.UserId;
import dev.muster.org.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A change of a member that another service passes on.
 *
 * @param actor who wants it
 * @param employeeId absent leaves it as it is, null clears it; so with {@code costCentreId}
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record OrderedChangeRequest(
        long actor,
        Long groupId,
        List<String> permissions,
        JsonNode employeeId,
        JsonNode costCentreId,
        List<String> branchIds) {

    Actor by() {
        return Actor.through(new UserId(actor));
    }

    MemberChange change() {
        return new MemberChange(groupId, null, permissions, new StaffChange(employeeId, costCentreId, branchIds));
    }
}
