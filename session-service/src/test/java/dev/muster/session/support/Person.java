package dev.muster.session.support;

import static io.restassured.RestAssured.given;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.postgres.Statements;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who can sign in at session-service; each one is new, so that tests share nothing. */
public final class Person {

    /** A current browser on a desktop. */
    public static final String CHROME = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36";

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

    /** A person with exactly this membership. */
    public static Person with(Member member) {
        return new Person(member);
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

    /** Changes what identity-service says of this person. */
    public Person says(String name, Object value) {
        PeersTestResource.peers().says(email, name, value);
        return this;
    }

    /** Asks for a session, with any password. */
    public Response trySignIn(String password) {
        return trySignIn(password, null);
    }

    /** Asks for a session, with any password and code. */
    public Response trySignIn(String password, String code) {
        Map<String, String> body = new HashMap<>(Map.of("email", email, "password", password));
        if (code != null) {
            body.put("code", code);
        }
        return given().contentType(ContentType.JSON)
                .header("User-Agent", CHROME)
                .body(body)
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

    /** The status that a token meets now. */
    public static int statusOf(String token) {
        return with(token).get("/users/logins.json").statusCode();
    }

    /** The session that a token belongs to. */
    public static String sessionOf(String token) {
        return claims(token).getString("sid");
    }

    /** What peers are told of this person's session, the one that the token belongs to. */
    public ValidatableResponse session(String token) {
        return service().get(internal("/sessions/" + sessionOf(token))).then().statusCode(200);
    }

    /** How many sessions this person has open. */
    public long openSessions() {
        return Statements.number("select count(*) from sessions where user_id = $1 and closed_at is null", id);
    }

    /** What a token says. */
    public static JsonObject claims(String token) {
        return new JsonObject(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    /** A call by a peer service with a JSON body. */
    public static RequestSpecification service() {
        return ServiceCaller.to("session-service").contentType(ContentType.JSON);
    }

    /** A call by a peer service about this person; the path goes on after the user id. */
    public String internal(String path) {
        return "/internal/users/" + id + path;
    }
}
