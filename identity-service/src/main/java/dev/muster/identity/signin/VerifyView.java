package dev.muster.identity.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.muster.identity.EmailStatus;
import dev.muster.identity.TwoFactor;
import dev.muster.identity.UserRow;
import dev.muster.kit.id.UserId;

/** Whether a person may sign in and, only then, who it is. */
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
        TwoFactor twoFactor) {

    static VerifyView accepted(UserRow user) {
        return new VerifyView(
                true,
                user.userId(),
                user.email,
                user.emailStatus == EmailStatus.CONFIRMED,
                user.active,
                user.api,
                user.networkRating,
                user.pilotRating,
                user.twoFactor);
    }

    static VerifyView refused() {
        return new VerifyView(false, null, null, null, null, null, null, null, null);
    }
}
