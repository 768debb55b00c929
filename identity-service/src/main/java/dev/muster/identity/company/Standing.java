package dev.muster.identity.company;

/** Which of a company's people a list shows. */
public enum Standing {
    /** Active and pending members. */
    PRESENT("status <> 'inactive'"),
    /** Former members. */
    FORMER("status = 'inactive'");

    private final String condition;

    Standing(String condition) {
        this.condition = condition;
    }

    /** The SQL that the partial index of this list has too. */
    String condition() {
        return condition;
    }
}
