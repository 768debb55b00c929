package dev.muster.session.signin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.session.SignInOutcome;

/**
 * What identity-service says of an e-mail, a password and perhaps a code.
 *
 * @param userId the person, also when a known person is refused; null for nobody that it knows
 * @param twoFactor the person's method: {@code OFF}, {@code EMAIL} or {@code TOTP}
 * @param secondFactor what became of the second factor
 * @param version of the person's standing that this verdict rests on; 0 when it does not say
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CredentialVerdict(
        boolean accepted,
        Long userId,
        String email,
        Boolean confirmed,
        Boolean active,
        Boolean api,
        Integer networkRating,
        Integer pilotRating,
        String twoFactor,
        SecondFactor secondFactor,
        Long version) {

    /** Where the second factor stands. */
    enum SecondFactor {
        NOT_NEEDED,
        REQUIRED,
        PASSED,
        FAILED
    }

    CredentialVerdict {
        confirmed = Boolean.TRUE.equals(confirmed);
        active = Boolean.TRUE.equals(active);
        api = Boolean.TRUE.equals(api);
        networkRating = networkRating == null ? 0 : networkRating;
        pilotRating = pilotRating == null ? 0 : pilotRating;
        twoFactor = twoFactor == null ? "OFF" : twoFactor;
        secondFactor = secondFactor == null ? SecondFactor.NOT_NEEDED : secondFactor;
        version = version == null ? 0 : version;
        if (accepted && userId == null) {
            throw new IllegalArgumentException("An accepted sign-in names its user");
        }
    }

    /** What this means for the attempt; only an accepted one whose second factor is out of the way opens a session. */
    SignInOutcome outcome() {
        return switch (secondFactor) {
            case REQUIRED -> SignInOutcome.SECOND_FACTOR_NEEDED;
            case FAILED -> SignInOutcome.SECOND_FACTOR_FAILED;
            case NOT_NEEDED, PASSED -> accepted ? SignInOutcome.SIGNED_IN : SignInOutcome.REFUSED;
        };
    }

    boolean secondFactorPassed() {
        return secondFactor == SecondFactor.PASSED;
    }
}
