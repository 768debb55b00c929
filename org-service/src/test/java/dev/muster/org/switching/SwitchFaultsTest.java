package dev.muster.org.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.muster.kit.access.Member;
import dev.muster.org.FakeSessionMoves;
import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.org.peer.SessionService;
import dev.muster.testkit.access.SignedIn;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OrgTest
class SwitchFaultsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    OrgFixtures fixtures;

    @Inject
    CircuitBreakerMaintenance breakers;

    private final FakeSessionMoves sessions = PeersTestResource.moves();
    private long user;
    private long target;
    private SignedIn caller;

    @BeforeEach
    void aMemberWhoWasHereBefore() {
        user = fixtures.user();
        target = fixtures.organization("Target");
        fixtures.member(user, target);
        caller = SignedIn.pilot(user, target);
        assertTheOldTokenIsGood();
    }

    @AfterEach
    void thePeersComeBack() {
        sessions.comeBack();
        sessions.holdMoves(false);
        sessions.refusePushes(false);
        PeersTestResource.referenceData().comeBack();
        breakers.resetAll();
    }

    @Test
    @DisplayName("R46 a silent session-service costs a switch its deadline and nothing else")
    void aSilentSessionServiceCostsItsDeadlineAndNothingElse() {
        sessions.holdMoves(true);

        assertUnavailable(assertTimeoutPreemptively(LIMIT, this::switchToTarget));

        assertThat(sessions.movesOf(caller.session().id())).hasSize(1);
        assertTheOldTokenIsGood();
    }

    @Test
    void withoutSessionServiceTheSwitchIsRefusedAndTheOldTokenStaysGood() {
        sessions.goAway();

        assertUnavailable(switchToTarget());

        assertTheOldTokenIsGood();
    }

    @Test
    void aRefusedSwitchSucceedsOnceSessionServiceIsBack() {
        sessions.goAway();
        assertUnavailable(switchToTarget());

        sessions.comeBack();

        switchToTarget().then().statusCode(200).body("token", notNullValue());
    }

    @Test
    void aSessionServiceThatKeepsFailingIsLeftInPeace() {
        sessions.goAway();
        for (int i = 0; i < 20; i++) {
            assertUnavailable(switchToTarget());
        }

        assertThat(breakers.currentState(SessionService.MOVES)).isEqualTo(CircuitBreakerState.OPEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|{\"code\":\"INTERNAL_ERROR\"}",
                "503|{\"code\":\"SERVICE_UNAVAILABLE\"}",
                "401|{\"code\":\"UNAUTHENTICATED\"}",
                "400|{\"code\":\"INVALID_INPUT\"}",
                "403|{\"code\":\"FORBIDDEN\"}",
                "403|[]",
                "403|no JSON at all",
                "200|no JSON at all",
                "200|{}",
            })
    void anAnswerThatSaysNothingOfTheCallerIsNoAnswer(int status, String body) {
        sessions.answerNextMove(status, body);

        assertUnavailable(switchToTarget());
        assertTheOldTokenIsGood();
    }

    @Test
    void anOrganizationThatDemandsASecondFactorSaysSo() {
        sessions.answerNextMove(403, "{\"code\":\"SECOND_FACTOR_REQUIRED\",\"detail\":\"internal\"}");

        switchToTarget()
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("code", equalTo("SECOND_FACTOR_REQUIRED"))
                .body("message", equalTo("This organization demands a second factor"));
        assertTheOldTokenIsGood();
    }

    @Test
    void aSessionThatIsClosedMeanwhileIsRefusedLikeARevokedToken() {
        sessions.answerNextMove(404, "{\"code\":\"SESSION_NOT_FOUND\"}");

        switchToTarget()
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void refusalsDoNotCountAsFaultsOfSessionService() {
        for (int i = 0; i < 40; i++) {
            sessions.answerNextMove(403, "{\"code\":\"SECOND_FACTOR_REQUIRED\"}");
            switchToTarget().then().statusCode(403);
        }

        switchToTarget().then().statusCode(200);
    }

    @Test
    void anUnchangedMembershipIsNotAnnouncedAgain() {
        switchToTarget().then().statusCode(200);

        assertThat(sessions.pushesOf(user)).isEmpty();
    }

    @Test
    void aChangeBetweenCheckAndMoveReachesTheSessionBeforeItsTokenIsGiven() {
        sessions.beforeNextMove(() -> fixtures.change(user, target, "permissions = '{admin}', group_id = 120"));

        switchToTarget().then().statusCode(200);

        FakeSessionMoves.Push push = lastPush();
        Member member = push.member();
        assertThat(push.method()).isEqualTo("PUT");
        assertThat(member.version()).isEqualTo(1);
        assertThat(member.groupId()).isEqualTo(120);
        assertThat(member.permissions()).containsExactly("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inactive", "pending"})
    void aMembershipThatEndsBetweenCheckAndMoveTakesTheSessionWithIt(String status) {
        sessions.beforeNextMove(() -> fixtures.change(user, target, "status = '" + status + "'"));

        switchToTarget().then().statusCode(401).header("WWW-Authenticate", "Bearer");

        assertThat(lastPush().method()).isEqualTo("DELETE");
    }

    @Test
    void anOrganizationThatClosesBetweenCheckAndMoveTakesTheSessionWithIt() {
        sessions.beforeNextMove(() -> fixtures.changeOrganization(target, "active = false"));

        switchToTarget().then().statusCode(401);

        assertThat(lastPush().method()).isEqualTo("DELETE");
    }

    @Test
    void aTokenIsWithheldWhileItsSessionDoesNotKnowOfAChange() {
        sessions.refusePushes(true);
        sessions.beforeNextMove(() -> fixtures.change(user, target, "group_id = 120"));

        assertUnavailable(switchToTarget());
    }

    @Test
    void knownGroupsAreEnoughWhileReferenceDataIsAway() {
        switchToTarget().then().statusCode(200);
        PeersTestResource.referenceData().goAway();

        SignedIn.pilot(user, target).request().get(path()).then().statusCode(200);
    }

    @Test
    void withoutReferenceDataNobodyEntersAnOrganizationWhoseGroupsAreUnknown() {
        PeersTestResource.referenceData().goAway();

        assertUnavailable(switchToTarget());

        assertThat(sessions.movesOf(caller.session().id())).isEmpty();
        assertTheOldTokenIsGood();
    }

    private String path() {
        return "/users/switch/" + target + ".json";
    }

    private Response switchToTarget() {
        return caller.request().post(path());
    }

    private static void assertUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("Cache-Control", "no-store")
                .body("code", equalTo("SERVICE_UNAVAILABLE"));
    }

    private void assertTheOldTokenIsGood() {
        caller.request().get("/users/organizations.json").then().statusCode(200);
    }

    private FakeSessionMoves.Push lastPush() {
        FakeSessionMoves.Push last = sessions.lastPushOf(user);
        assertThat(last.path()).startsWith("/internal/users/" + user + "/members/" + target);
        return last;
    }
}
