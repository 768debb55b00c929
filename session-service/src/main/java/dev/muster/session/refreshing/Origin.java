package dev.muster.session.refreshing;

/**
 * Where a refresh token was shown.
 *
 * @param userAgent null when the client did not say
 */
record Origin(String ip, String userAgent) {}
