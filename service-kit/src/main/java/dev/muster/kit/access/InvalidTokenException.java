package dev.muster.kit.access;

/** The token is not one of ours, or not one any more; the reason is for the log, never for the caller. */
class InvalidTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidTokenException(String reason) {
        super(reason, null, false, false);
    }
}
