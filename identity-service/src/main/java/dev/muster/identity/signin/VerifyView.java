package dev.muster.identity.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.muster.identity.EmailStatus;
import dev.muster.identity.TwoFactor;
import dev.muster.identity.UserRow;
import dev.muster.identity.secondfactor.SecondFactorVerdict;
import dev.muster.kit.id.UserId;

/**
 * Whether a person may sign in and, once their password was right, who it is.
 *
 * @param accepted whether a session may be opened
 * @param version of the person's standing that this verdict rests on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerifyView(
        boolean accepted,
        UserId userId,
        String email,
        Boolean confirmed,
        Boolean active,
        Boolean api,
        Integer networkRating,
        Integer pilotRating,
        TwoFactor twoFactor,
        SecondFactorVerdict secondFactor,
        Long version) {

    static VerifyView of(SignInVerdict verdict) {
        return verdict.isRefused()
                ? new VerifyView(false, null, null, null, null, null, null, null, null, null, null)
                : of(verdict.user(), verdict);
    }

    private static VerifyView of(UserRow user, SignInVerdict verdict) {
        return new VerifyView(
                verdict.isAccepted(),
                user.userId(),
                user.email,
                user.emailStatus == EmailStatus.CONFIRMED,
                user.active,
                user.api,
                user.networkRating,
                user.pilotRating,
                user.twoFactor,
                verdict.secondFactor(),
                user.standingVersion);
    }
}
