package dev.muster.session.closing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.kit.id.SessionId;

/**
 * Asks to close a person's sessions.
 *
 * @param except the one that stays open, null for none
 * @param reason kept with each closed session
 * @param version of the person's standing that asks for this: sessions that were opened with it or a newer one stay, and
 *     a sign-in under way that read an older one opens none; null closes all
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CloseUserSessionsRequest(SessionId except, String reason, Long version) {}
