package dev.muster.identity.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class EraseUserTest {

    @Inject
    People people;

    @Inject
    Pool pool;

    @AfterEach
    void everybodyIsBack() {
        PeersTestResource.organizations().comeBack();
        PeersTestResource.peers().comeBack();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/me", "/users/current", "/users"})
    void theCallerIsDeletedUnderEachPath(String path) {
        Person person = people.add();

        SignedIn.pilot(person.id(), 42).request().delete(path).then().statusCode(204);

        assertThat(isThere(person)).isFalse();
        assertThat(endings(person)).containsExactly("false", "true");
        assertThat(isForgotten(person)).isTrue();
    }

    @Test
    void nobodyIsDeletedWithoutAToken() {
        RestAssured.delete("/users/me").then().statusCode(401);
        RestAssured.delete("/users").then().statusCode(401);
    }

    @Test
    @DisplayName("R35 the sole owner of an organization with other members stays, and so does all that is theirs")
    void theSoleOwnerStays() {
        Person person = people.add();
        String memberships = "/internal/users/" + person.id() + "/memberships";
        PeersTestResource.organizations()
                .refuse("DELETE", memberships, 409, "LAST_OWNER", "Organization 42 would lose its last owner");

        delete(person)
                .statusCode(409)
                .body("code", equalTo("LAST_OWNER"))
                .body("detail", containsString("Organization 42"));

        assertThat(isThere(person)).isTrue();
        assertThat(isForgotten(person)).isFalse();
        PeersTestResource.organizations().allow("DELETE", memberships);
        delete(person).statusCode(204);
    }

    @Test
    @DisplayName("R35 the last administrator stays, and org-service is not even asked")
    void theLastAdministratorStays() {
        Person person = onlyAdministrator();

        delete(person).statusCode(409).body("code", equalTo("LAST_ADMINISTRATOR"));

        assertThat(isThere(person)).isTrue();
        assertThat(endings(person)).isEmpty();
    }

    @Test
    @DisplayName("R35 whoever becomes the last administrator while they are deleted stays")
    void whoeverBecomesTheLastAdministratorMeanwhileStays() {
        Person person = onlyAdministrator();
        people.set(person, "network_rating = 1");
        SqlConnection promotion = pool.getConnectionAndAwait();
        promotion.query("begin").executeAndAwait();
        promotion
                .preparedQuery("update users set network_rating = 12 where id = $1")
                .executeAndAwait(Tuple.of(person.id()));

        CompletableFuture<ValidatableResponse> deletion = CompletableFuture.supplyAsync(() -> delete(person));
        Eventually.holds(
                "the deletion waits for the person's row",
                () -> Statements.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database() and query like '%users%'")
                        > 0);
        promotion.query("commit").executeAndAwait();
        promotion.closeAndAwait();

        deletion.join().statusCode(409).body("code", equalTo("LAST_ADMINISTRATOR"));
        assertThat(isThere(person)).isTrue();
    }

    @Test
    @DisplayName("R35 of the last two administrators who delete themselves at once one stays")
    void ofTheLastTwoAdministratorsOneStays() {
        Person one = onlyAdministrator();
        Person other = people.add();
        people.set(other, "network_rating = 12");

        List<Integer> statuses =
                Race.of(2, i -> delete(i == 0 ? one : other).extract().statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
    }

    private Person onlyAdministrator() {
        Statements.run("update users set network_rating = 1 where network_rating = 12");
        Person person = people.add();
        people.set(person, "network_rating = 12");
        return person;
    }

    @Test
    void nothingChangesWhileOrgServiceIsAway() {
        Person person = people.add();
        PeersTestResource.organizations().goAway();

        delete(person).statusCode(503).body("code", equalTo("SERVICE_UNAVAILABLE"));

        assertThat(isThere(person)).isTrue();
        assertThat(isForgotten(person)).isFalse();
    }

    @Test
    @DisplayName("R44 the sessions of somebody deleted while session-service is away are forgotten when it is back")
    void theSessionsAreForgottenWhenSessionServiceIsBack() {
        Person person = people.add();
        PeersTestResource.peers().goAway();

        delete(person).statusCode(204);
        PeersTestResource.peers().comeBack();

        Eventually.holds("the sessions are forgotten", () -> isForgotten(person));
    }

    @Test
    @DisplayName("R44 a deletion that failed after org-service had answered succeeds when it is repeated")
    void aDeletionThatFailedHalfwaySucceedsWhenRepeated() {
        Person person = people.add();
        Statements.run("create function refuse_deletion() returns trigger language plpgsql as"
                + " $$ begin raise exception 'the database fails'; end $$");
        Statements.run("create trigger refuse_deletion before delete on users for each row when (old.id = "
                + person.id() + ") execute function refuse_deletion()");
        try {
            delete(person).statusCode(500);
        } finally {
            Statements.run("drop function refuse_deletion() cascade");
        }
        assertThat(endings(person)).containsExactly("false");
        assertThat(isThere(person)).isTrue();
        assertThat(isForgotten(person)).isFalse();

        delete(person).statusCode(204);

        assertThat(isThere(person)).isFalse();
        assertThat(isForgotten(person)).isTrue();
    }

    @Test
    @DisplayName("R17 of 8 concurrent deletions of one person one succeeds, the others find nobody")
    void ofConcurrentDeletionsOneSucceeds() {
        Person person = people.add();

        List<Integer> statuses = Race.of(8, i -> delete(person).extract().statusCode());

        assertThat(statuses).contains(204).containsOnly(204, 404);
        assertThat(statuses.stream().filter(status -> status == 204)).hasSize(1);
    }

    private static ValidatableResponse delete(Person person) {
        return SignedIn.pilot(person.id(), 42).request().delete("/users/me").then();
    }

    private static boolean isThere(Person person) {
        return Statements.number("select count(*) from users where id = $1", person.id()) == 1;
    }

    /** Whether each end of the person's memberships was forced, in their order. */
    private static List<String> endings(Person person) {
        return PeersTestResource.organizations().asked("DELETE", "/internal/users/" + person.id() + "/").stream()
                .map(asked -> asked.uri().replaceAll(".*force=(\\w+).*", "$1"))
                .toList();
    }

    private static boolean isForgotten(Person person) {
        return PeersTestResource.peers().asked("/internal/users/").stream()
                .anyMatch(asked -> asked.uri().equals("/internal/users/" + person.id()));
    }
}
