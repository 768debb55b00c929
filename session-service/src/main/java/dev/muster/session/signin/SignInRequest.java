package dev.muster.session.signin;

import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** What a sign-in form sends; {@code code} is the second factor's and may be null. */
public record SignInRequest(String email, String password, String code) {

    /** The request if it names an e-mail and a password; else invalid, naming all that is missing. */
    static SignInRequest requireComplete(SignInRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (request == null || isBlank(request.email())) {
            errors.add(new FieldError("/email", "required", "The e-mail is missing"));
        }
        if (request == null || isBlank(request.password())) {
            errors.add(new FieldError("/password", "required", "The password is missing"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return request;
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    @Override
    public String toString() {
        return "SignInRequest[email=" + email + "]";
    }
}
