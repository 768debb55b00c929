package dev.muster.session.signin;

import dev.muster.kit.id.IdText;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** What a flight simulation client sends for a token; the CID is text in its API. */
public record FsdTokenRequest(String cid, String password) {

    /** The request if it names a CID and a password; else invalid, naming all that is missing or no CID. */
    static FsdTokenRequest requireComplete(FsdTokenRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (request.cid() == null || request.cid().isBlank()) {
            errors.add(new FieldError("/cid", "required", "The CID is missing"));
        } else if (!IdText.isId(request.cid())) {
            errors.add(new FieldError("/cid", "invalid_value", "A CID is a positive number"));
        }
        if (request.password() == null || request.password().isBlank()) {
            errors.add(new FieldError("/password", "required", "The password is missing"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return request;
    }

    long userId() {
        return Long.parseLong(cid);
    }

    @Override
    public String toString() {
        return "FsdTokenRequest[cid=" + cid + "]";
    }
}
