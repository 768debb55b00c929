package dev.muster.session;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.UserId;

/**
 * What a sign-in knows of the session it opens.
 *
 * @param standing the version of the person's own standing that the sign-in read, 0 when unknown
 * @param member the membership in the organization that it starts in, null without one
 * @param renewal null for a session whose one token lasts as long as it does
 */
public record NewSession(
        UserId userId,
        boolean api,
        boolean secondFactor,
        int networkRating,
        int pilotRating,
        long standing,
        String device,
        String ip,
        Member member,
        Renewal renewal) {}
