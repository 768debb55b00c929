package dev.muster.org.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.muster.org.FakeSessionMoves.Push;
import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OrgTest
class DeleteOrganizationTest {

    @Inject
    OrgFixtures fixtures;

    private long org;
    private long owner;

    @BeforeEach
    void anOrganization() {
        org = fixtures.organization("Acme");
        owner = fixtures.owner(org);
    }

    @AfterEach
    void thePeersComeBack() {
        PeersTestResource.moves().comeBack();
    }

    @Test
    void aDeletedOrganizationIsGoneForEverybody() {
        long viewer = fixtures.viewer(org);

        delete(owner).then().statusCode(204);

        for (long person : new long[] {owner, viewer}) {
            SignedIn session = SignedIn.pilot(person, org);
            session.request().get("/organizations/{id}", org).then().statusCode(404);
            session.request().get("/organizations").then().body("", hasSize(0));
            session.request().get("/users/switch/{id}.json", org).then().statusCode(404);
            assertThat(fixtures.read(person, org, "status, owner")).isEqualTo("inactive false");
        }
    }

    @Test
    void whenTheAnswerComesNobodysSessionIsLeftInIt() {
        long viewer = fixtures.viewer(org);
        long versionBefore = version(viewer);

        delete(owner).then().statusCode(204);

        Push push = PeersTestResource.moves().lastPushOf(viewer);
        assertThat(push.method()).isEqualTo("DELETE");
        assertThat(push.path())
                .isEqualTo("/internal/users/" + viewer + "/members/" + org + "?version=" + (versionBefore + 1));
        assertThat(PeersTestResource.moves().lastPushOf(owner).method()).isEqualTo("DELETE");
    }

    @Test
    void anyNumberOfMembersFollows() {
        List<Long> members =
                LongStream.range(0, 450).map(i -> fixtures.viewer(org)).boxed().toList();

        delete(owner).then().statusCode(204);

        Eventually.holds("everybody was told", () -> members.stream().noneMatch(this::isUntold));
    }

    @Test
    void membersFollowLaterWhenSessionServiceIsAway() {
        SignedIn caller = SignedIn.pilot(owner, org);
        caller.request().get("/organizations").then().statusCode(200);
        PeersTestResource.moves().goAway();

        CompletableFuture<Response> underway =
                CompletableFuture.supplyAsync(() -> caller.request().delete("/organizations/{id}", org));
        Eventually.holds(
                "the organization is deleted",
                () -> fixtures.read(owner, org, "status").equals("inactive"));
        assertThat(isUntold(owner)).isTrue();
        PeersTestResource.moves().comeBack();

        underway.join().then().statusCode(204);
        assertThat(isUntold(owner)).isFalse();
    }

    @Test
    void ofSixteenDeletionsExactlyOneSucceeds() {
        SignedIn session = SignedIn.pilot(owner, org);
        session.request().get("/organizations").then().statusCode(200);

        List<Response> answers = Race.of(16, i -> session.request().delete("/organizations/{id}", org));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(204)
                .containsOnly(204, 404);
    }

    @Test
    void anAdministratorWhoOwnsNothingDeletesNothing() {
        long administrator = fixtures.administrator(org);

        delete(administrator).then().statusCode(403);

        assertThat(fixtures.read(administrator, org, "status")).isEqualTo("active");
    }

    private Response delete(long person) {
        return SignedIn.pilot(person, org).request().delete("/organizations/{id}", org);
    }

    private boolean isUntold(long person) {
        return PeersTestResource.moves().pushesOf(person).isEmpty();
    }

    private long version(long person) {
        return Long.parseLong(fixtures.read(person, org, "version"));
    }
}
