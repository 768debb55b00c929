package dev.muster.identity.network;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.Password;
import dev.muster.identity.wire.Pointer;
import dev.muster.identity.wire.PrintableText;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a client sent of a person; every missing and wrong field is named at once. */
final class ReadNetworkUser {

    private static final int LONGEST_NAME = 100;

    private final NetworkUserRequest user;
    private final List<FieldError> errors = new ArrayList<>();

    private ReadNetworkUser(NetworkUserRequest user) {
        this.user = user;
    }

    /** Somebody new: any id is ignored, one is assigned. */
    static NetworkUser toMake(PutUserRequest request) {
        ReadNetworkUser reading = new ReadNetworkUser(demanded(request));
        reading.requireAbsent("updated_at", reading.user.updatedAt());
        reading.requireAbsent("created_at", reading.user.createdAt());
        return reading.read();
    }

    /** Somebody known, all of whose fields are given. */
    static NetworkUser toChange(PutUserRequest request) {
        ReadNetworkUser reading = new ReadNetworkUser(demanded(request));
        reading.requirePresent("cid", reading.user.cid());
        if (request.cid() != null && !request.cid().equals(reading.user.cid())) {
            reading.errors.add(new FieldError("/cid", "mismatch", "This is not the id of the user"));
        }
        return reading.read();
    }

    private static NetworkUserRequest demanded(PutUserRequest request) {
        if (request.user() == null) {
            throw ProblemException.invalid("/user", "required", "This field is needed");
        }
        return request.user();
    }

    private NetworkUser read() {
        readEmail();
        readName("first_name", user.firstName());
        readName("last_name", user.lastName());
        readRating("network_rating", user.networkRating());
        readRating("pilot_rating", user.pilotRating());
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new NetworkUser(
                user.email().isEmpty() ? null : EmailAddress.of(user.email()),
                user.firstName(),
                user.lastName(),
                user.networkRating(),
                user.pilotRating(),
                password(user.password()),
                password(user.fsdPassword()));
    }

    private void readEmail() {
        if (requirePresent("email", user.email())
                && !user.email().isEmpty()
                && !EmailAddress.of(user.email()).isWellFormed()) {
            refuse("email", "invalid_value", "This is not an e-mail address");
        }
    }

    private void readName(String field, String name) {
        if (!requirePresent(field, name)) {
            return;
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            refuse(field, "invalid_value", "This field has at most " + LONGEST_NAME + " characters");
        } else if (!PrintableText.isLine(name)) {
            refuse(field, "invalid_value", "This field has characters that cannot be printed");
        }
    }

    private void readRating(String field, Integer rating) {
        if (!requirePresent(field, rating)) {
            return;
        }
        boolean known = "pilot_rating".equals(field) ? Ratings.isPilotRating(rating) : Ratings.isNetworkRating(rating);
        if (!known) {
            refuse(field, "invalid_value", "This is not a rating");
        }
    }

    private boolean requirePresent(String field, Object value) {
        if (value == null) {
            refuse(field, "required", "This field is needed");
        }
        return value != null;
    }

    private void requireAbsent(String field, Object value) {
        if (value != null) {
            refuse(field, "read_only", "This field cannot be set");
        }
    }

    private void refuse(String field, String code, String detail) {
        errors.add(new FieldError(Pointer.of("user", field), code, detail));
    }

    /** The published clients leave a password out by leaving it empty. */
    private static Password password(String text) {
        return text == null || text.isEmpty() ? null : new Password(text);
    }
}
