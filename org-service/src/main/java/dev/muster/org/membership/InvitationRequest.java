package dev.muster.org.membership;

import dev.muster.kit.problem.ProblemException;
import dev.muster.org.Role;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Whom a client wants to invite, and as what; group, role and permissions have usual values.
 *
 * @param role {@code ADMINISTRATOR} or {@code VIEWER}; the others are given to members only
 */
@RegisterForReflection
record InvitationRequest(String email, Long group, Role role, List<String> permissions) {

    private static final int LONGEST = 254;

    /** What the person is to become. */
    MemberChange change() {
        if (role == Role.OWNER || role == Role.DEVELOPER) {
            throw ProblemException.invalid("/role", "invalid_value", "This role is given to members only");
        }
        return new MemberChange(group, role, permissions, StaffChange.NONE);
    }

    /** The address as it was given; identity-service knows whether it is one. */
    String address() {
        if (email == null || email.isBlank()) {
            throw ProblemException.invalid("/email", "required", "An e-mail address");
        }
        if (email.length() > LONGEST) {
            throw ProblemException.invalid("/email", "too_long", "An address has at most " + LONGEST + " characters");
        }
        return email.strip();
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "InvitationRequest[]";
    }
}
