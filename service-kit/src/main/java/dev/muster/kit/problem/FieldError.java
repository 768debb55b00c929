package dev.muster.kit.problem;

/**
 * One invalid field of a request.
 *
 * @param pointer JSON Pointer (RFC 6901) of the field, {@code /User/email}
 * @param code stable and machine-readable, {@code unknown_field}
 * @param detail what is wrong, for people
 */
public record FieldError(String pointer, String code, String detail) {}
