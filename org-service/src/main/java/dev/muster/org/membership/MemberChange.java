package dev.muster.org.membership;

import dev.muster.org.Role;
import java.util.List;

/**
 * What is wanted of a member; null leaves a thing as it is.
 *
 * @param permissions replace the whole list of the member's own
 */
record MemberChange(Long group, Role role, List<String> permissions, StaffChange staff) {}
