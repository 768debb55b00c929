package dev.muster.testkit.access;

import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A signed-in person for the service under test; each one has a session of its own at the fake session-service. */
public final class SignedIn {

    private static final AtomicLong COUNTER = new AtomicLong();
    private static final long PILOT_GROUP = 110;
    private static final long ADMINISTRATOR_GROUP = 100;
    private static final int OBSERVER = 1;

    private final LiveSession session;

    private SignedIn(LiveSession session) {
        this.session = session;
        SessionServiceTestResource.sessions().open(session);
    }

    /** A pilot of the organization. */
    public static SignedIn pilot(long userId, long orgId) {
        return as(userId, member(orgId, PILOT_GROUP, Set.of()), OBSERVER);
    }

    /** An administrator of the organization. */
    public static SignedIn admin(long userId, long orgId) {
        return as(userId, member(orgId, ADMINISTRATOR_GROUP, Set.of("admin")), OBSERVER);
    }

    /** A platform operator who is active in the organization. */
    public static SignedIn operator(long userId, long orgId) {
        return as(userId, member(orgId, PILOT_GROUP, Set.of("keaz")), OBSERVER);
    }

    /** Someone with a network rating who is active in the organization. */
    public static SignedIn rated(long userId, long orgId, int networkRating) {
        return as(userId, member(orgId, PILOT_GROUP, Set.of()), networkRating);
    }

    /** Someone who is in no organization. */
    public static SignedIn withoutOrganization(long userId) {
        return as(userId, null, OBSERVER);
    }

    /** Someone with exactly this membership and rating. */
    public static SignedIn as(long userId, Member member, int networkRating) {
        return new SignedIn(new LiveSession(
                new SessionId("test-session-" + COUNTER.incrementAndGet()),
                new UserId(userId),
                1,
                1,
                false,
                false,
                networkRating,
                0,
                Instant.now().plus(Duration.ofDays(14)),
                member));
    }

    /** A membership with the given group and permissions, and staff data that views show. */
    public static Member member(long orgId, long groupId, Set<String> permissions) {
        return new Member(new OrgId(orgId), 1, groupId, permissions, false, true, true, "EMP-001", "5", null);
    }

    public LiveSession session() {
        return session;
    }

    public String token() {
        return SessionServiceTestResource.tokens().tokenOf(session);
    }

    /** A request that carries this caller's token. */
    public RequestSpecification request() {
        return RestAssured.given().header("Authorization", "Bearer " + token());
    }
}
