package dev.muster.session.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import dev.muster.testkit.postgres.Statements;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SessionServiceTest
class SignInTest {

    private static final JsonObject REFUSAL = new JsonObject(
            "{\"response\":{\"result\":false,\"message\":\"Incorrect email or password\",\"url\":null}}");

    @ParameterizedTest
    @ValueSource(strings = {"/login.json", "/users/login.json"})
    void theRightPasswordOpensASession(String path) {
        Person pilot = Person.pilot();

        Response answer = given().contentType(ContentType.JSON)
                .body(Map.of("email", pilot.email(), "password", FakePeers.PASSWORD))
                .post(path);

        answer.then().statusCode(200).contentType("application/json").header("Cache-Control", "no-store");
        JsonObject body = new JsonObject(answer.asString());
        String token = body.getJsonObject("response").getString("token");
        assertThat(body.encode())
                .isEqualTo("{\"response\":{\"result\":true,\"api\":true,\"two_factor\":\"OFF\","
                        + "\"message\":null,\"url\":\"/users\",\"confirmed\":true,\"user_id\":" + pilot.id()
                        + ",\"active\":true,\"token\":\"" + token + "\"}}");
        assertThat(Person.statusOf(token)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login.json", "/users/login.json"})
    void aFormSignsInLikeJson(String path) {
        Person pilot = Person.pilot();

        given().contentType(ContentType.URLENC)
                .formParam("email", pilot.email())
                .formParam("password", FakePeers.PASSWORD)
                .post(path)
                .then()
                .statusCode(200)
                .body("response.user_id", equalTo((int) pilot.id()));
    }

    @Test
    void aMultipartFormSignsInToo() {
        Person pilot = Person.pilot();

        given().multiPart("email", pilot.email())
                .multiPart("password", FakePeers.PASSWORD)
                .post("/login.json")
                .then()
                .statusCode(200)
                .body("response.result", equalTo(true));
    }

    @Test
    void aFormWithAWrongPasswordIsRefusedLikeJson() {
        Response answer = given().contentType(ContentType.URLENC)
                .formParam("email", Person.pilot().email())
                .formParam("password", "wrong")
                .post("/users/login.json");

        assertRefused(answer);
    }

    @Test
    void aWrongPasswordAndAnUnknownPersonAreRefusedAlike() {
        Response wrong = Person.pilot().trySignIn("wrong");
        Response unknown = given().contentType(ContentType.JSON)
                .body(Map.of("email", "nobody@muster.example", "password", "wrong"))
                .post("/login.json");

        assertRefused(wrong);
        assertRefused(unknown);
        assertThat(unknown.asString()).isEqualTo(wrong.asString());
        assertThat(unknown.headers().asList().stream().map(Object::toString).toList())
                .isEqualTo(
                        wrong.headers().asList().stream().map(Object::toString).toList());
    }

    @Test
    void aRefusedPersonGetsNoSession() {
        Person pilot = Person.pilot();

        pilot.trySignIn("wrong").then().statusCode(401);

        assertThat(sessionsOf(pilot)).isZero();
    }

    @Test
    void identityServiceIsAskedWithWhatWasTypedAndWhereFrom() {
        Person pilot = Person.pilot();

        pilot.trySignIn(FakePeers.PASSWORD, "000000");

        assertThat(PeersTestResource.peers().question(pilot.email()).getMap())
                .containsEntry("email", pilot.email())
                .containsEntry("password", FakePeers.PASSWORD)
                .containsEntry("code", "000000")
                .containsEntry("clientIp", "127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /email,/password",
                "{\"email\":\"a@b.example\"} | /password",
                "{\"password\":\"x\"} | /email",
                "{\"email\":\" \",\"password\":\"\"} | /email,/password",
                "{\"email\":null,\"password\":null} | /email,/password",
            })
    void missingFieldsAreNamedTogether(String body, String pointers) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/login.json")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems((Object[]) pointers.split(",", -1)))
                .body("errors", hasSize(pointers.split(",", -1).length))
                .body("response.result", equalTo(false));
    }

    @Test
    void anEmptyFormNamesWhatIsMissing() {
        given().contentType(ContentType.URLENC)
                .formParam("email", "")
                .post("/login.json")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/email", "/password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "{\"email\":1,\"password\":\"x\"}", "{\"admin\":true}", "nonsense"})
    void whatIsNotTheExpectedJsonIsRefused(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/login.json")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("response.result", equalTo(false));
    }

    @Test
    void anotherContentTypeIsRefused() {
        given().contentType("text/plain").body("x").post("/login.json").then().statusCode(415);
    }

    @Test
    void signingInTakesAPost() {
        given().get("/login.json").then().statusCode(405);
    }

    @Test
    void aPersonWithoutAnOrganizationSignsIn() {
        Person loner = Person.withoutOrganization();

        String token = loner.signIn();

        Person.service()
                .get(loner.internal("/sessions/" + Person.sessionOf(token)))
                .then()
                .statusCode(200)
                .body("member", equalTo(null));
    }

    @Test
    void aTokenSaysWhoseSessionItOpensAndEndsWithItsLimit() {
        Person pilot = Person.pilot();

        JsonObject claims = Person.claims(pilot.signIn());

        assertThat(claims.getString("sub")).isEqualTo(Long.toString(pilot.id()));
        assertThat(claims.getString("iss")).isEqualTo("http://muster.test");
        assertThat(claims.getValue("aud")).isEqualTo("muster");
        assertThat(claims.getString("sid")).matches("[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(claims.getInteger("gen")).isEqualTo(1);
        assertThat(claims.getLong("exp"))
                .isEqualTo(Statements.number(
                        "select floor(extract(epoch from ends_at))::bigint from sessions where id = $1"
                                + " and ends_at = created_at + interval '720 hours'",
                        claims.getString("sid")));
        assertThat(claims.getLong("iat")).isLessThan(claims.getLong("exp"));
    }

    private static void assertRefused(Response answer) {
        answer.then()
                .statusCode(401)
                .contentType("application/json")
                .header("WWW-Authenticate", "Bearer")
                .header("Cache-Control", "no-store");
        assertThat(answer.asString()).isEqualTo(REFUSAL.encode());
    }

    private static long sessionsOf(Person person) {
        return Statements.number("select count(*) from sessions where user_id = $1", person.id());
    }
}
