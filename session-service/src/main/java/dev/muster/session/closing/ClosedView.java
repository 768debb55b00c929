package dev.muster.session.closing;

/** The profile API's answer to a session that was closed. */
public record ClosedView(boolean result, String message) {}
