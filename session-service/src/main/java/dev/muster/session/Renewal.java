package dev.muster.session;

import java.time.Duration;

/**
 * That a session's tokens are short and renewed.
 *
 * @param family SHA-256 of the secret that all its refresh tokens share
 * @param limit the session ends after this time at the latest
 */
public record Renewal(String family, Duration limit) {}
