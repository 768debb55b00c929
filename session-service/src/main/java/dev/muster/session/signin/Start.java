package dev.muster.session.signin;

import dev.muster.kit.access.Member;
import java.util.Optional;

/**
 * Where a session starts: in the organization of the default account. Where that demands a second factor and the person
 * signed in without one, the session starts in no organization, so that the person can enrol a second factor and
 * nothing of the organization is open to a stolen password.
 *
 * @param message says so to the person; null when there is nothing to say
 */
record Start(Optional<Member> member, String message) {

    private static final String ENROL = "Your organization demands a second factor. Turn it on and sign in again.";

    static Start of(Optional<DefaultMember> membership, boolean secondFactorPassed) {
        boolean barred = !secondFactorPassed
                && membership.map(DefaultMember::secondFactorRequired).orElse(false);
        return barred ? new Start(Optional.empty(), ENROL) : new Start(membership.map(DefaultMember::member), null);
    }
}
