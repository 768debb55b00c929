package dev.muster.identity.policy;

import dev.muster.kit.problem.FieldError;

/**
 * Why a password is not taken.
 *
 * @param code stable and machine-readable, {@code too_short}
 * @param reason for the person who chose it
 */
public record Refusal(String code, String reason) {

    public FieldError at(String pointer) {
        return new FieldError(pointer, code, reason);
    }
}
