package dev.muster.org.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.kit.problem.FieldErrors;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Up to 1000 people to be taken into an organization. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record MemberOrdersRequest(List<MemberOrderRequest> members) {

    private static final int MOST = 1000;

    /** As the columns hold it. */
    private static final int LONGEST_TEXT = 64;

    private static final Set<String> STATUSES = Set.of("pending", "active");

    /** The orders, checked; every field that is wrong is named. */
    List<MemberOrderRequest> orders() {
        if (members == null || members.isEmpty() || members.size() > MOST) {
            throw ProblemException.invalid("/members", "invalid_value", "From 1 to " + MOST + " members");
        }
        FieldErrors errors = new FieldErrors();
        Set<Long> people = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            check("/members/" + i, members.get(i), people, errors);
        }
        errors.throwIfAny();
        return members;
    }

    private static void check(String pointer, MemberOrderRequest order, Set<Long> people, FieldErrors errors) {
        if (order == null) {
            errors.add(pointer, "required", "A member is needed here");
            return;
        }
        errors.require(order.userId() > 0 && people.add(order.userId()), pointer + "/userId", "Each person once");
        errors.require(order.orderId() != null, pointer + "/orderId", "An order has an id");
        errors.require(order.groupId() > 0, pointer + "/groupId", "A group's id is positive");
        errors.require(
                order.status() != null && STATUSES.contains(order.status()), pointer + "/status", "pending or active");
        errors.require(areTexts(order.permissions()), pointer + "/permissions", "A list of names");
        errors.require(areTexts(order.branchIds()), pointer + "/branchIds", "A list of ids");
        errors.require(fits(order.employeeId()), pointer + "/employeeId", "At most " + LONGEST_TEXT + " characters");
        errors.require(
                fits(order.costCentreId()), pointer + "/costCentreId", "At most " + LONGEST_TEXT + " characters");
    }

    private static boolean areTexts(List<String> texts) {
        return texts != null && texts.stream().allMatch(text -> Objects.nonNull(text) && fits(text));
    }

    private static boolean fits(String text) {
        return text == null || (text.length() <= LONGEST_TEXT && text.indexOf('\u0000') < 0);
    }
}
