package dev.muster.identity;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import org.hibernate.exception.ConstraintViolationException;

/** That an address belongs to one person only, as the database decides it. */
public final class UserEmails {

    private static final String CONSTRAINT = "users_email_taken";

    private UserEmails() {}

    /** Whether the failure says that somebody else has the address. */
    public static boolean isTaken(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ConstraintViolationException violation) {
                return CONSTRAINT.equals(violation.getConstraintName());
            }
        }
        return false;
    }

    /** Whether somebody was told that another person has the address. */
    public static boolean isRefused(Throwable failure) {
        return failure instanceof ProblemException refused && refused.problem() == Problem.EMAIL_TAKEN;
    }

    /** The answer to somebody who entered an address that another person has. */
    public static ProblemException taken() {
        return new ProblemException(Problem.EMAIL_TAKEN);
    }
}
