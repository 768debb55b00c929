package dev.muster.org.lookup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.muster.kit.access.Member;
import dev.muster.org.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A membership in force with all that sessions carry of it.
 *
 * @param secondFactorRequired whether only a session with a second factor may work in the organization
 */
@RegisterForReflection
record ActiveMemberView(@JsonUnwrapped Member member, boolean secondFactorRequired) {

    static ActiveMemberView of(Standing standing) {
        return new ActiveMemberView(
                standing.member(), standing.membership().organization().demandsSecondFactor());
    }
}
