package dev.muster.session;

import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Member;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** One sign-in on one device. Every change that other services must hear of raises the version. */
@Entity
@Table(name = "sessions")
public class SessionRow extends PanacheEntityBase {

    @EmbeddedId
    SessionKey key;

    long version;
    int generation;
    boolean api;

    @Column(name = "second_factor")
    boolean secondFactor;

    @Column(name = "network_rating")
    int networkRating;

    @Column(name = "pilot_rating")
    int pilotRating;

    @Column(name = "standing_version")
    long standingVersion;

    /** The version of the person's standing that the sign-in read; pushes of ratings do not change it. */
    @Column(name = "opened_standing", updatable = false)
    long openedStanding;

    String device;
    String ip;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    @Column(name = "ends_at")
    Instant endsAt;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "closed_reason")
    String closedReason;

    /** SHA-256 of the secret that all refresh tokens of the session share. */
    @Column(name = "refresh_family")
    String refreshFamily;

    @Embedded
    MembershipColumns membership;

    /** Moves the session to another organization; tokens of the generation before are refused from now on. */
    public void moveTo(Member member) {
        membership = MembershipColumns.of(member);
        generation++;
        version++;
    }

    /** Takes over what the membership in the active organization is now. */
    public void refresh(Member member) {
        membership = MembershipColumns.of(member);
        version++;
    }

    public SessionId id() {
        return new SessionId(key.id());
    }

    public UserId userId() {
        return new UserId(key.userId());
    }

    public int generation() {
        return generation;
    }

    public boolean api() {
        return api;
    }

    public boolean secondFactor() {
        return secondFactor;
    }

    public String device() {
        return device;
    }

    public String ip() {
        return ip;
    }

    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    /** Whether its tokens are short and renewed; otherwise its one token lasts as long as it does. */
    public boolean isRenewable() {
        return refreshFamily != null;
    }

    /** Whether this is what it keeps of its refresh tokens' common secret. */
    public boolean isOfFamily(String hash) {
        return hash.equals(refreshFamily);
    }

    /** What the other services know of this session. */
    public LiveSession live(SessionPolicy policy) {
        return new LiveSession(
                id(),
                userId(),
                version,
                generation,
                api,
                secondFactor,
                networkRating,
                pilotRating,
                policy.expiry(lastUsedAt, endsAt),
                membership == null || membership.orgId == null ? null : membership.toMember());
    }
}
