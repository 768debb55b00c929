package dev.muster.identity.network;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import org.hibernate.exception.ConstraintViolationException;

/** That an address belongs to one person only, as the database decides it. */
final class TakenEmail {

    private TakenEmail() {}

    static boolean is(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ConstraintViolationException violation) {
                return "users_email_taken".equals(violation.getConstraintName());
            }
        }
        return false;
    }

    static ProblemException problem(Throwable taken) {
        return new ProblemException(Problem.CONFLICT, "This e-mail address belongs to another user");
    }
}
