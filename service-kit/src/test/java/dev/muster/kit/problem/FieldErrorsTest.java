package dev.muster.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class FieldErrorsTest {

    private final FieldErrors errors = new FieldErrors();

    @Test
    void whatHoldsIsNoError() {
        errors.require(true, "/start", "A time as in RFC 3339");

        assertThatNoException().isThrownBy(errors::throwIfAny);
    }

    @Test
    void everyFieldThatIsWrongIsNamedInItsOrder() {
        errors.require(false, "/start", "A time as in RFC 3339");
        errors.require(true, "/end", "A time as in RFC 3339");
        errors.add("/group", "unknown_group", "The organization has no such group");

        ProblemException refusal = catchThrowableOfType(ProblemException.class, errors::throwIfAny);

        assertThat(refusal.problem()).isEqualTo(Problem.INVALID_INPUT);
        assertThat(refusal.errors())
                .containsExactly(
                        new FieldError("/start", "invalid_value", "A time as in RFC 3339"),
                        new FieldError("/group", "unknown_group", "The organization has no such group"));
        assertThat(refusal.detail()).isEqualTo("2 fields are invalid");
    }
}
