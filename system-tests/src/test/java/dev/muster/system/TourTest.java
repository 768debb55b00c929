package dev.muster.system;

import static dev.muster.system.Demo.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.muster.system.Deployment.Probe;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

/** What the README's tour shows: sign in, look, switch, be signed out. */
class TourTest {

    @Test
    void aPilotSeesTheirOwnProfileInTheActiveOrganization() {
        String token = Demo.signIn(Demo.PILOT);

        with(token)
                .get("/users/view.json")
                .then()
                .statusCode(200)
                .body("User.email", equalTo(Demo.PILOT))
                .body("User.user_group_id", equalTo("110"))
                .body("User.active", equalTo(true))
                .body("UserGroup.name", equalTo("Pilot"))
                .body("UserDetail.id", notNullValue());
    }

    @Test
    void everySignInIsASessionOfItsOwnInTheHistory() {
        String first = Demo.signIn(Demo.STUDENT);
        String second = Demo.signIn(Demo.STUDENT);

        with(second)
                .get("/users/logins.json")
                .then()
                .statusCode(200)
                .body("currentSession", not(equalTo(Demo.sessionOf(first))))
                .body("sessions.UserSession.id", hasItem(Demo.sessionOf(first)))
                .body("sessions.UserSession.id", hasItem(Demo.sessionOf(second)))
                .body("logins.UserLogin.id", everyItem(notNullValue()));
    }

    @Test
    void aPersonSeesExactlyTheirOrganizations() {
        with(Demo.signIn(Demo.PILOT))
                .get("/users/organizations.json")
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(2))
                .body("42.name", equalTo("Acme Flight School"))
                .body("42.group", equalTo("premium"))
                .body("43.name", equalTo("Blue Sky Club"));
    }

    @Test
    void aSwitchedSessionIsTheSameSessionElsewhereWithAnotherGroup() {
        String before = Demo.signIn(Demo.PILOT);
        String session = Demo.sessionOf(before);

        String after = with(before)
                .get("/users/switch/43.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("result", equalTo(true))
                .body("company_id", equalTo("43"))
                .extract()
                .path("token");

        with(after).get("/users/view.json").then().statusCode(200).body("UserGroup.name", equalTo("Student"));
        assertThat(Demo.sessionOf(after)).isEqualTo(session);
    }

    @Test
    void aSwitchElsewhereThanToOnesOwnOrganizationsChangesNothing() {
        String token = Demo.signIn(Demo.PILOT);

        with(token).get("/users/switch/44.json").then().statusCode(404);
        with(token).get("/users/switch/999999.json").then().statusCode(404);

        with(token).get("/users/view.json").then().statusCode(200).body("UserGroup.name", equalTo("Pilot"));
    }

    @Test
    void referenceDataIsCompleteAndNeedsASignedInCaller() {
        String token = Demo.signIn(Demo.PILOT);

        with(token)
                .get("/users/countries.json")
                .then()
                .statusCode(200)
                .body("195", equalTo("Spain"))
                .body("size()", greaterThanOrEqualTo(249));
        with(token).get("/users/timezones.json").then().statusCode(200).body("85", equalTo("Europe/Madrid"));
        with(token).get("/users/user_groups.json").then().statusCode(200).body("name", hasItem("Chief Pilot"));
        with(token).get("/users/user_groups/1.json").then().statusCode(200).body("name", not(hasItem("Student")));
        Demo.request().get("/users/countries.json").then().statusCode(401);
    }

    @Test
    void anyoneCanVerifyATokenWithThePublishedKeys() throws Exception {
        String token = Demo.signIn(Demo.PILOT);
        String jwks = Demo.request()
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0]", not(hasKey("d")))
                .extract()
                .asString();

        var claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .setExpectedAudience("muster")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);

        assertThat(claims.getSubject()).isEqualTo("100004");
    }

    @Test
    void signingOutEndsTheSessionAtEveryReplica() {
        String token = Demo.signIn(Demo.PILOT);

        with(token).post("/users/logout.json").then().statusCode(200).body("result", equalTo(true));

        for (Probe probe : Deployment.probes()) {
            Refusal.lastAcceptedAfter(probe, token, System.nanoTime());
        }
    }
}
