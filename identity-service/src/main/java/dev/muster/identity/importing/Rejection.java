package dev.muster.identity.importing;

import dev.muster.kit.problem.FieldError;

/**
 * Something that is wrong with a row of a file.
 *
 * @param line where the row begins in the file, counted from 1
 * @param field the column, null when it is the row as a whole
 */
record Rejection(long line, String field, String code, String detail) {

    static final String EMAIL_TAKEN = "EMAIL_TAKEN";

    static Rejection of(long line, FieldError error) {
        return new Rejection(line, column(error.pointer()), error.code(), error.detail());
    }

    /** The first part of the pointer, which for a list goes on with the entry's number. */
    private static String column(String pointer) {
        int end = pointer.indexOf('/', 1);
        return end < 0 ? pointer.substring(1) : pointer.substring(1, end);
    }

    /** One text for an address that is elsewhere on the platform and one that is earlier in the file: it says not where. */
    static Rejection emailTaken(long line) {
        return new Rejection(line, "email", EMAIL_TAKEN, "This address cannot be used, another user has it");
    }
}
