package dev.muster.org.membership;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.kit.problem.FieldErrors;
import dev.muster.org.MembershipRow;
import java.time.Instant;
import java.util.List;

/**
 * What an organization is to keep about a member from now on.
 *
 * @param employeeId null leaves it as it is, JSON's null clears it; so with {@code costCentreId}
 * @param branchIds null leaves them as they are
 */
record StaffChange(JsonNode employeeId, JsonNode costCentreId, List<String> branchIds) {

    static final StaffChange NONE = new StaffChange(null, null, null);

    /** As the columns hold it. */
    private static final int LONGEST = 64;

    private static final String TEXT = "Text of at most " + LONGEST + " characters";

    StaffChange {
        FieldErrors errors = new FieldErrors();
        errors.require(isAbsentOrText(employeeId), "/employeeId", TEXT);
        errors.require(isAbsentOrText(costCentreId), "/costCentreId", TEXT);
        errors.require(branchIds == null || branchIds.stream().allMatch(StaffChange::fits), "/branchIds", TEXT);
        errors.throwIfAny();
    }

    private static boolean isAbsentOrText(JsonNode value) {
        return value == null || value.isNull() || (value.isTextual() && fits(value.textValue()));
    }

    private static boolean fits(String text) {
        return text != null && text.length() <= LONGEST && text.indexOf('\u0000') < 0;
    }

    void applyTo(MembershipRow membership, Instant now) {
        if (employeeId == null && costCentreId == null && branchIds == null) {
            return;
        }
        membership.keep(
                changed(employeeId, membership.employeeId()),
                changed(costCentreId, membership.costCentreId()),
                branchIds == null ? membership.branchIds() : branchIds,
                now);
    }

    private static String changed(JsonNode wanted, String present) {
        return wanted == null ? present : wanted.textValue();
    }
}
