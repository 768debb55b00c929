package dev.muster.session;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.UserId;

/**
 * What a sign-in knows of the session it opens.
 *
 * @param member the membership in the organization that it starts in, null without one
 */
public record NewSession(
        UserId userId,
        boolean api,
        boolean secondFactor,
        int networkRating,
        int pilotRating,
        String device,
        String ip,
        Member member) {}
