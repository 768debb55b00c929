package dev.muster.session.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The envelope of the profile API's sign-in; its content is chosen at run time, so native needs it named. */
@RegisterForReflection(
        targets = {SignInView.class, SignInView.Success.class, SignInView.Refusal.class, SignInView.SecondFactor.class})
public record SignInView(Object response) {

    /** The person is signed in. */
    public record Success(
            boolean result,
            boolean api,
            @JsonProperty("two_factor") String twoFactor,
            String message,
            String url,
            boolean confirmed,
            @JsonProperty("user_id") long userId,
            boolean active,
            String token) {}

    /** The person is not signed in, for whatever reason. */
    public record Refusal(boolean result, String message, String url) {}

    /** The password is right, the second factor is missing or wrong. */
    public record SecondFactor(
            boolean result, @JsonProperty("two_factor") String twoFactor, String message, String url) {}

    static SignInView success(SignedIn signedIn) {
        CredentialVerdict user = signedIn.user();
        return new SignInView(new Success(
                true,
                user.api(),
                user.twoFactor(),
                signedIn.message(),
                "/users",
                user.confirmed(),
                user.userId(),
                user.active(),
                signedIn.token().text()));
    }

    static SignInView refusal(SignInRefusedException refused) {
        return new SignInView(
                switch (refused.outcome()) {
                    case SECOND_FACTOR_NEEDED, SECOND_FACTOR_FAILED ->
                        new SecondFactor(false, refused.twoFactor(), refused.getMessage(), null);
                    default -> new Refusal(false, refused.getMessage(), null);
                });
    }
}
