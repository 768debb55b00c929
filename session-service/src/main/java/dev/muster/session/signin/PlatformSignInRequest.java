package dev.muster.session.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.kit.id.IdText;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a platform or network client sends to sign in.
 *
 * @param cid a number or its digits; either this or the e-mail
 * @param code the second factor's, may be null
 * @param rememberMe false for a session that is short in any case; null is true
 */
public record PlatformSignInRequest(
        JsonNode cid,
        String email,
        String password,
        String code,
        @JsonProperty("remember_me") Boolean rememberMe) {

    /** The credentials; invalid when they name not exactly one person or no password, naming all that is wrong. */
    static Credentials requireComplete(PlatformSignInRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (!request.hasCid() && isBlank(request.email())) {
            errors.add(new FieldError("/cid", "required", "The CID or the e-mail is missing"));
        } else if (request.hasCid() && request.email() != null) {
            errors.add(new FieldError("/email", "invalid_value", "Only one of CID and e-mail is taken"));
        } else if (request.hasCid() && !request.isCidANumber()) {
            errors.add(new FieldError("/cid", "invalid_value", "A CID is a positive number"));
        }
        if (isBlank(request.password())) {
            errors.add(new FieldError("/password", "required", "The password is missing"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return request.credentials();
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    private boolean hasCid() {
        return cid != null && !cid.isNull();
    }

    private boolean isCidANumber() {
        return (cid.isIntegralNumber() || cid.isTextual()) && IdText.isId(cid.asText());
    }

    private Credentials credentials() {
        UserId userId = hasCid() ? new UserId(Long.parseLong(cid.asText())) : null;
        return new Credentials(email, userId, password, code);
    }

    boolean isRemembered() {
        return !Boolean.FALSE.equals(rememberMe);
    }

    @Override
    public String toString() {
        return "PlatformSignInRequest[email=" + email + "]";
    }
}
