package dev.muster.session.signin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.muster.kit.access.Member;

/**
 * A person's membership in the organization of the default account.
 *
 * @param secondFactorRequired whether the organization demands a second factor of those who enter it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record DefaultMember(@JsonUnwrapped Member member, Boolean secondFactorRequired) {

    DefaultMember {
        secondFactorRequired = Boolean.TRUE.equals(secondFactorRequired);
    }
}
