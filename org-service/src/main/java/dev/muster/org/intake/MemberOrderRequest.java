package dev.muster.org.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * One person to be taken into an organization.
 *
 * @param orderId names this order; the same one again changes nothing
 * @param employeeId may be null, as may {@code costCentreId}
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record MemberOrderRequest(
        long userId,
        UUID orderId,
        long groupId,
        List<String> permissions,
        String status,
        String employeeId,
        String costCentreId,
        List<String> branchIds) {}
