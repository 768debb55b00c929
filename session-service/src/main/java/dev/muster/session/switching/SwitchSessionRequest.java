package dev.muster.session.switching;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.kit.access.Member;
import jakarta.validation.constraints.NotNull;

/**
 * Asks to move a session.
 *
 * @param generation the one that the caller's token shows; a session that moved since is not moved again
 * @param member the membership in the organization to move to
 * @param secondFactorRequired whether that organization demands a second factor; absent means no
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SwitchSessionRequest(int generation, @NotNull Member member, Boolean secondFactorRequired) {}
