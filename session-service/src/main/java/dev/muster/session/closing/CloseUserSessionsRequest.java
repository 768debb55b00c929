package dev.muster.session.closing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.kit.id.SessionId;

/**
 * Asks to close a person's sessions.
 *
 * @param except the one that stays open, null for none
 * @param reason kept with each closed session
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CloseUserSessionsRequest(SessionId except, String reason) {}
