package dev.muster.identity.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.identity.FakePeers.Asked;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.problem.ProblemException;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.reactive.Reactive;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class CloseSessionsTest {

    private static final SessionId STAYS = new SessionId("01J00000000000000000000000");

    @Inject
    CloseSessions closeSessions;

    @Inject
    People people;

    @Test
    @DisplayName("R22 the order carries a version that no sign-in before the change can have read")
    void theOrderCarriesTheVersionOfTheChange() {
        Person person = people.add();
        UserId id = new UserId(person.id());
        long before = standing(person);

        carryOut(() -> closeSessions.order(id, "one"));
        carryOut(() -> closeSessions.orderExcept(id, STAYS, "two"));

        assertThat(orders(person))
                .extracting(
                        order -> order.getString("reason"),
                        order -> order.getLong("version"),
                        order -> order.getString("except"))
                .containsExactly(tuple("one", before + 1, null), tuple("two", before + 2, STAYS.value()));
        assertThat(standing(person)).isEqualTo(before + 2);
    }

    @Test
    void nothingIsRaisedWhenTheChangeFails() {
        Person person = people.add();
        long before = standing(person);

        assertThatThrownBy(() -> Reactive.await(() -> Panache.withTransaction(() -> closeSessions
                        .order(new UserId(person.id()), "never")
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(standing(person)).isEqualTo(before);
        assertThat(orders(person)).isEmpty();
    }

    @Test
    void nobodysSessionsAreOrderedToBeClosed() {
        assertThatThrownBy(() -> carryOut(() -> closeSessions.order(new UserId(7), "nobody")))
                .isInstanceOf(ProblemException.class);
    }

    private void carryOut(Supplier<Uni<OutboxId>> order) {
        Reactive.await(() -> Panache.withTransaction(order).chain(closeSessions::carryOut));
    }

    private static long standing(Person person) {
        return Statements.number("select standing_version from users where id = $1", person.id());
    }

    private static List<JsonObject> orders(Person person) {
        return PeersTestResource.peers().asked("/internal/users/" + person.id() + "/sessions/close").stream()
                .map(Asked::body)
                .map(JsonObject::new)
                .toList();
    }
}
