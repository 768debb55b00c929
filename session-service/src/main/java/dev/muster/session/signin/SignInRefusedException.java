package dev.muster.session.signin;

/** The e-mail or the password is wrong, or the person may not sign in; nobody is told which. */
class SignInRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignInRefusedException() {
        super("Incorrect email or password", null, false, false);
    }
}
