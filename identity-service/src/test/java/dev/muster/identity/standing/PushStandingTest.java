package dev.muster.identity.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.FakePeers.Asked;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.UserRepository;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.reactive.Reactive;
import dev.muster.testkit.time.Eventually;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class PushStandingTest {

    @Inject
    PushStanding pushStanding;

    @Inject
    UserRepository users;

    @Inject
    People people;

    private Person person;

    @AfterEach
    void everybodyIsBack() {
        PeersTestResource.peers().comeBack();
    }

    @ParameterizedTest
    @ValueSource(strings = {"active = false", "network_rating = 3", "pilot_rating = 7"})
    @DisplayName("R23 the version rises with every change of standing, whoever makes it")
    void theVersionRisesWithEveryChangeOfStanding(String change) {
        person = people.add();

        people.set(person, change);

        assertThat(version()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"city = 'Oslo'", "active = true", "network_rating = 1, first_name = 'Bo'"})
    void theVersionStaysWhenTheStandingDoes(String change) {
        person = people.add();

        people.set(person, change);

        assertThat(version()).isEqualTo(1);
    }

    @Test
    @DisplayName("R23 session-service has the standing before the change is answered")
    void sessionServiceHasTheStandingBeforeTheAnswer() {
        person = people.add();

        rate(4);

        assertThat(lastPush())
                .isEqualTo(new JsonObject()
                        .put("version", 2)
                        .put("active", true)
                        .put("networkRating", 4)
                        .put("pilotRating", 0));
    }

    @Test
    @DisplayName("R22 a disabled person is pushed as such, so that session-service closes the sessions")
    void aDisabledPersonIsPushedAsSuch() {
        person = people.add();
        people.set(person, "active = false");

        rate(1);

        assertThat(lastPush().getBoolean("active")).isFalse();
    }

    @Test
    @DisplayName("R23 what waited for session-service is pushed as it is by then")
    void whatWaitedIsPushedAsItIsByThen() {
        person = people.add();
        PeersTestResource.peers().goAway();

        rate(4);
        Eventually.holds("no try is under way", this::postpone);
        people.set(person, "network_rating = 2");
        PeersTestResource.peers().comeBack();
        Statements.run("update outbox set due_at = now() where kind = 'standing' and key = $1", "user:" + person.id());

        Eventually.holds("the standing is pushed", () -> !pushes().isEmpty());
        assertThat(lastPush())
                .isEqualTo(new JsonObject()
                        .put("version", 3)
                        .put("active", true)
                        .put("networkRating", 2)
                        .put("pilotRating", 0));
    }

    @Test
    void nothingIsPushedOfAChangeThatDidNotHappen() {
        person = people.add();
        UserId id = new UserId(person.id());

        Reactive.await(() -> Panache.withTransaction(() -> pushStanding
                        .order(id)
                        .chain(() -> Uni.createFrom().<OutboxId>failure(new IllegalStateException("undone"))))
                .onFailure(IllegalStateException.class)
                .recoverWithNull());

        assertThat(pushes()).isEmpty();
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void thePushOfAPersonWhoIsGoneIsDone() {
        Boolean delivered = Reactive.await(() -> Panache.withTransaction(() -> pushStanding.order(new UserId(7)))
                .chain(pushStanding::carryOut)
                .replaceWith(true));

        assertThat(delivered).isTrue();
        assertThat(PeersTestResource.peers().asked("/internal/users/7/standing"))
                .isEmpty();
    }

    /** Whether the order waited for its next try, which is not soon from now on; one under way has a lease of 30 seconds. */
    private boolean postpone() {
        return Statements.run(
                                "update outbox set due_at = now() + interval '1 hour' where kind = 'standing' and key = $1"
                                        + " and due_at < now() + interval '10 seconds'",
                                "user:" + person.id())
                        .rowCount()
                == 1;
    }

    /** Changes the rating as a use case does. */
    private void rate(int rating) {
        UserId id = new UserId(person.id());
        Reactive.await(() -> Panache.withTransaction(() -> users.get(id)
                        .invoke(user -> user.networkRating = rating)
                        .chain(() -> pushStanding.order(id)))
                .chain(pushStanding::carryOut));
    }

    private long version() {
        return people.row(person).getLong("standing_version");
    }

    private JsonObject lastPush() {
        return new JsonObject(pushes().get(pushes().size() - 1).body());
    }

    private List<Asked> pushes() {
        return PeersTestResource.peers().asked("/internal/users/" + person.id() + "/standing");
    }
}
