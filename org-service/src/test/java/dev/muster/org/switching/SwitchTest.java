package dev.muster.org.switching;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.race.Race;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OrgTest
class SwitchTest {

    @Inject
    OrgFixtures fixtures;

    private long user;
    private long home;
    private long target;
    private SignedIn caller;

    @BeforeEach
    void aMemberOfTwoOrganizations() {
        user = fixtures.user();
        home = fixtures.organization("Home");
        target = fixtures.organization("Target");
        fixtures.member(user, home);
        fixtures.member(user, target);
        caller = SignedIn.pilot(user, home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void theWireFormatIsExact(String method) {
        Response answer = caller.request().request(method, path(target));

        String token = answer.then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", "no-store")
                .extract()
                .path("token");
        assertThat(answer.asString())
                .isEqualTo("{\"result\":true,\"company_id\":\"" + target + "\",\"token\":\"" + token
                        + "\",\"message\":null}");
    }

    @Test
    @DisplayName("R22 after a switch the new token is good and the old one refused")
    void theNewTokenIsGoodAndTheOldOneRefused() {
        String token = caller.request().get(path(target)).path("token");

        given().header("Authorization", "Bearer " + token)
                .get("/users/organizations.json")
                .then()
                .statusCode(200);
        caller.request().get("/users/organizations.json").then().statusCode(401);
    }

    @Test
    void sessionServiceLearnsWhatThePersonIsThere() {
        PeersTestResource.referenceData().addGroup(target, 1001, "members.read");
        fixtures.change(
                user,
                target,
                "group_id = 1001, permissions = '{bookings.read}', owner = true, pilot = true, billing = true,"
                        + " employee_id = 'EMP-007', base_id = '5', supervisor_id = 100003");

        caller.request().get(path(target)).then().statusCode(200);

        JsonObject move = onlyMove();
        JsonObject member = move.getJsonObject("member");
        assertThat(move.getInteger("generation")).isEqualTo(1);
        assertThat(move.getBoolean("secondFactorRequired")).isFalse();
        assertThat(member.getJsonArray("permissions")).containsExactlyInAnyOrder("bookings.read", "members.read");
        member.remove("permissions");
        assertThat(member)
                .isEqualTo(new JsonObject()
                        .put("orgId", target)
                        .put("version", 1)
                        .put("groupId", 1001)
                        .put("owner", true)
                        .put("pilot", true)
                        .put("billing", true)
                        .put("employeeId", "EMP-007")
                        .put("baseId", "5")
                        .put("supervisorId", "100003"));
    }

    @Test
    void switchingToTheActiveOrganizationIsASwitchToo() {
        String token = caller.request()
                .get(path(home))
                .then()
                .statusCode(200)
                .extract()
                .path("token");

        assertThat(token).isNotEqualTo(caller.token());
        assertThat(onlyMove().getJsonObject("member").getLong("orgId")).isEqualTo(home);
    }

    @Test
    void someoneWhoIsInNoOrganizationNowMayEnterOneOfTheirs() {
        SignedIn.withoutOrganization(user).request().get(path(target)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    @DisplayName("R33 a switch to an organization of others is answered like one that does not exist")
    void anOrganizationOfOthersIsAnsweredLikeOneThatDoesNotExist(String method) {
        long foreign = fixtures.organization("Not Yours");
        String unknown = bodyOf(caller.request().request(method, "/users/switch/999999999.json"));

        assertThat(bodyOf(caller.request().request(method, path(foreign)))).isEqualTo(unknown);
        assertNothingMoved();
    }

    @Test
    void anOrganizationThatDemandsASecondFactorIsClosedToSessionsWithoutOne() {
        fixtures.changeOrganization(target, "second_factor_required = true");

        caller.request()
                .get(path(target))
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("code", equalTo("SECOND_FACTOR_REQUIRED"))
                .body("result", is(false));

        caller.request().get("/users/organizations.json").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "inactive"})
    void aMembershipThatIsNotActiveIsNoWayIn(String status) {
        fixtures.change(user, target, "status = '" + status + "'");

        bodyOf(caller.request().get(path(target)));

        assertNothingMoved();
    }

    @Test
    void anInactiveOrganizationIsNoWayIn() {
        fixtures.changeOrganization(target, "active = false");

        bodyOf(caller.request().get(path(target)));

        assertNothingMoved();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "+42",
                "042",
                "42.0",
                "4e1",
                "acme",
                "%20",
                "\u0664\u0662",
                "9223372036854775808",
                "99999999999999999999999999999999",
                "42'--"
            })
    void whatIsNoIdIsAnsweredLikeAnIdThatDoesNotExist(String id) {
        String unknown = bodyOf(caller.request().get("/users/switch/999999999.json"));

        assertThat(bodyOf(caller.request().get("/users/switch/{id}.json", id))).isEqualTo(unknown);
        assertNothingMoved();
    }

    @Test
    void headMovesNothing() {
        caller.request()
                .head(path(target))
                .then()
                .statusCode(405)
                .header("Allow", allOf(containsString("GET"), containsString("POST")));

        assertNothingMoved();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void otherMethodsAreNotAllowed(String method) {
        caller.request()
                .request(method, path(target))
                .then()
                .statusCode(405)
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
        assertNothingMoved();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "HEAD"})
    void nobodySwitchesWithoutAToken(String method) {
        given().request(method, path(target)).then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void ofSixteenSwitchesOfOneSessionExactlyOneSucceeds() {
        String token = caller.token();

        List<Response> answers = Race.of(
                16, i -> given().header("Authorization", "Bearer " + token).post(path(i % 2 == 0 ? target : home)));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 401);
        String winner = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> answer.<String>path("token"))
                .findFirst()
                .orElseThrow();
        given().header("Authorization", "Bearer " + winner)
                .get("/users/organizations.json")
                .then()
                .statusCode(200);
    }

    @Test
    void sixteenPeopleSwitchAtOnceWithoutMixingThemUp() {
        List<SignedIn> callers = IntStream.range(0, 16)
                .mapToObj(i -> {
                    long person = fixtures.user();
                    fixtures.member(person, target);
                    return SignedIn.pilot(person, home);
                })
                .toList();

        List<Response> answers = Race.of(16, i -> callers.get(i).request().get(path(target)));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers).extracting(answer -> answer.<String>path("token")).doesNotHaveDuplicates();
        assertThat(callers)
                .allSatisfy(each -> assertThat(
                                PeersTestResource.moves().movesOf(each.session().id()))
                        .hasSize(1));
    }

    private static String path(long orgId) {
        return "/users/switch/" + orgId + ".json";
    }

    /** The body of a refusal, without the id that differs from call to call. */
    private static String bodyOf(Response answer) {
        answer.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("code", equalTo("ORGANIZATION_NOT_FOUND"))
                .body("result", is(false));
        JsonObject body = new JsonObject(answer.asString());
        body.remove("traceId");
        return body.encode();
    }

    private JsonObject onlyMove() {
        List<JsonObject> moves =
                PeersTestResource.moves().movesOf(caller.session().id());
        assertThat(moves).hasSize(1);
        return moves.get(0);
    }

    private void assertNothingMoved() {
        assertThat(PeersTestResource.moves().movesOf(caller.session().id())).isEmpty();
        caller.request().get("/users/organizations.json").then().statusCode(200);
    }
}
