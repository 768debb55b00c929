package dev.muster.session.support;

import static io.restassured.RestAssured.given;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who can sign in at session-service; each one is new, so that tests share nothing. */
public final class Person {

    private static final AtomicLong IDS = new AtomicLong(200_000);

    private final long id = IDS.incrementAndGet();
    private final String email = "person-" + id + "@muster.example";

    private Person(Member member) {
        PeersTestResource.peers().person(email, id, member);
    }

    /** A pilot of organization 42. */
    public static Person pilot() {
        return new Person(membership(42, 1, "bookings.read"));
    }

    /** A person without any organization. */
    public static Person withoutOrganization() {
        return new Person(null);
    }

    /** A pilot's membership of the given version. */
    public static Member membership(long orgId, long version, String... permissions) {
        return new Member(new OrgId(orgId), version, 110, Set.of(permissions), false, true, true, "EMP-001", "5", null);
    }

    public long id() {
        return id;
    }

    public String email() {
        return email;
    }

    /** Asks for a session, with any password. */
    public Response trySignIn(String password) {
        return given().contentType(ContentType.JSON)
                .header(
                        "User-Agent",
                        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36"
                                + " (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36")
                .body(Map.of("email", email, "password", password))
                .post("/login.json");
    }

    /** The token of a new session. */
    public String signIn() {
        return trySignIn(FakePeers.PASSWORD).then().statusCode(200).extract().path("response.token");
    }

    /** A request with a token. */
    public static RequestSpecification with(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }
}
