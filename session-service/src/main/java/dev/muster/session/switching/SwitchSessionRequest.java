package dev.muster.session.switching;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.kit.access.Member;

/**
 * Asks to move a session.
 *
 * @param generation the one that the caller's token shows; a session that moved since is not moved again
 * @param member the membership in the organization to move to
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SwitchSessionRequest(int generation, Member member) {}
