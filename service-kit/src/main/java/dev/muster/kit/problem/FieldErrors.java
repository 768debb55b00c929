package dev.muster.kit.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that its refusal names every field and not the first one only. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes the field as {@code invalid_value} unless its rule holds. */
    public void require(boolean holds, String pointer, String rule) {
        if (!holds) {
            add(pointer, "invalid_value", rule);
        }
    }

    /** Notes a field that is wrong in the way that the code says. */
    public void add(String pointer, String code, String detail) {
        errors.add(new FieldError(pointer, code, detail));
    }

    /** Fails with {@link Problem#INVALID_INPUT} if a field is noted, naming all in their order. */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
