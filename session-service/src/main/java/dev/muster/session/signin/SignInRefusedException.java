package dev.muster.session.signin;

import dev.muster.session.SignInOutcome;

/** No session was opened; whether the e-mail or the password is wrong or the person may not sign in, nobody is told. */
class SignInRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SignInOutcome outcome;
    private final String twoFactor;

    SignInRefusedException(SignInOutcome outcome, String twoFactor) {
        super(sentence(outcome), null, false, false);
        this.outcome = outcome;
        this.twoFactor = twoFactor;
    }

    private static String sentence(SignInOutcome outcome) {
        return switch (outcome) {
            case SECOND_FACTOR_NEEDED -> "A second factor is needed";
            case SECOND_FACTOR_FAILED -> "Incorrect code";
            default -> "Incorrect email or password";
        };
    }

    SignInOutcome outcome() {
        return outcome;
    }

    /** The person's method, where the outcome is about it. */
    String twoFactor() {
        return twoFactor;
    }
}
