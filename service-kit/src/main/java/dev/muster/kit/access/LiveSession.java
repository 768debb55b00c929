package dev.muster.kit.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An open session as it is now, with all that services need to know of its caller.
 *
 * @param version rises with every change; the higher one is the truth
 * @param generation the only token generation that is accepted; rises when the session moves to another organization
 * @param expires when the session ends unless it is used again
 * @param member the membership in the active organization, null for a person without one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LiveSession(
        SessionId id,
        UserId userId,
        long version,
        int generation,
        boolean api,
        boolean secondFactor,
        int networkRating,
        int pilotRating,
        Instant expires,
        Member member) {

    private static final int SUPERVISOR_RATING = 11;
    private static final int ADMINISTRATOR_RATING = 12;

    /** The membership in the active organization. */
    public Optional<Member> activeMember() {
        return Optional.ofNullable(member);
    }

    /** The caller's powers now, in the words of {@link Powers}. */
    public Set<String> powers(String operatorPermission) {
        Set<String> powers = new HashSet<>();
        if (member != null && member.administers()) {
            powers.add(Powers.ADMIN);
        }
        if (networkRating >= SUPERVISOR_RATING) {
            powers.add(Powers.SUPERVISOR);
        }
        if (networkRating >= ADMINISTRATOR_RATING
                || (member != null && member.permissions().contains(operatorPermission))) {
            powers.add(Powers.OPERATOR);
        }
        return powers;
    }
}
