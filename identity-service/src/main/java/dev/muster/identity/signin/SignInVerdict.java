package dev.muster.identity.signin;

import dev.muster.identity.UserRow;
import dev.muster.identity.secondfactor.SecondFactorVerdict;
import dev.muster.identity.throttle.Weight;

/**
 * What a person proved.
 *
 * @param user null for a refusal, which says nothing of whom it refuses
 * @param secondFactor null for a refusal
 */
record SignInVerdict(UserRow user, SecondFactorVerdict secondFactor) {

    static SignInVerdict refused() {
        return new SignInVerdict(null, null);
    }

    boolean isRefused() {
        return user == null;
    }

    /** Whether a session may be opened. */
    boolean isAccepted() {
        return secondFactor == SecondFactorVerdict.NOT_NEEDED || secondFactor == SecondFactorVerdict.PASSED;
    }

    /** A right password alone must not clear the count of wrong codes. */
    Weight weight() {
        if (isAccepted()) {
            return Weight.RIGHT;
        }
        return secondFactor == SecondFactorVerdict.REQUIRED ? Weight.UNDECIDED : Weight.WRONG;
    }
}
