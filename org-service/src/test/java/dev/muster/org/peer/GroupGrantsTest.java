package dev.muster.org.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupGrantsTest {

    private static final OrgId ACME = new OrgId(42);
    private static final OrgId BLUE_SKY = new OrgId(43);
    private static final long DISPATCHER = 1001;

    private final Source source = new Source();
    private Duration now = Duration.ofDays(1);
    private final GroupGrants grants =
            new GroupGrants(source, new GrantsConfig(Duration.ofSeconds(60)), () -> now.toNanos());

    @Test
    void aGroupGrantsWhatReferenceDataSays() {
        assertThat(dispatcherIn(ACME)).containsExactly("members.read");
    }

    @Test
    void aGroupThatDoesNotExistGrantsNothing() {
        assertThat(grants.of(ACME).await().indefinitely().permissionsOf(4711)).isEmpty();
    }

    @Test
    void whatWasAnsweredIsNotAskedAgainForAWhile() {
        dispatcherIn(ACME);
        pass(Duration.ofSeconds(60));

        dispatcherIn(ACME);

        assertThat(source.asked).isEqualTo(1);
    }

    @Test
    void organizationsAreAskedForOneByOne() {
        dispatcherIn(ACME);
        dispatcherIn(BLUE_SKY);

        assertThat(source.asked).isEqualTo(2);
    }

    @Test
    void aChangeIsSeenAfterThatWhile() {
        dispatcherIn(ACME);
        source.permission = "members.write";
        pass(Duration.ofSeconds(61));

        assertThat(dispatcherIn(ACME)).containsExactly("members.write");
    }

    @Test
    void whatIsHeldIsNamedWhenAskingAgain() {
        dispatcherIn(ACME);
        assertThat(source.held).isEmpty();
        pass(Duration.ofSeconds(61));

        dispatcherIn(ACME);

        assertThat(source.held.map(Groups::entityTag)).contains("\"members.read\"");
    }

    @Test
    void theLastAnswerStandsInWhileReferenceDataIsAway() {
        dispatcherIn(ACME);
        source.away = true;
        pass(Duration.ofHours(1));

        assertThat(dispatcherIn(ACME)).containsExactly("members.read");
    }

    @Test
    void anAnswerThatIsTooOldIsNoAnswer() {
        dispatcherIn(ACME);
        source.away = true;
        pass(Duration.ofHours(1).plusSeconds(1));

        assertUnavailable();
    }

    @Test
    void withoutAnyAnswerNothingIsGuessed() {
        source.away = true;

        assertUnavailable();
    }

    @Test
    void standingInDoesNotMakeAnAnswerYounger() {
        dispatcherIn(ACME);
        source.away = true;
        pass(Duration.ofMinutes(59));
        dispatcherIn(ACME);
        pass(Duration.ofMinutes(2));

        assertUnavailable();
    }

    @Test
    @DisplayName("R46 callers that need the same groups at the same time share one call")
    void callersAtTheSameTimeShareOneCall() {
        source.pending = true;
        List<CompletableFuture<Groups>> callers = IntStream.range(0, 16)
                .mapToObj(i -> grants.of(ACME).subscribeAsCompletionStage())
                .toList();

        source.answer.complete(null);

        assertThat(callers)
                .allSatisfy(caller -> assertThat(caller.join().has(DISPATCHER)).isTrue());
        assertThat(source.asked).isEqualTo(1);
    }

    @Test
    @DisplayName("R46 after a failure reference-data-service is not asked again for a moment")
    void afterAFailureItIsNotAskedAgainForAMoment() {
        source.away = true;
        assertUnavailable();
        pass(Duration.ofSeconds(1));

        assertUnavailable();
        dispatcherIsUnknownIn(BLUE_SKY);

        assertThat(source.asked).isEqualTo(2);
    }

    @Test
    void afterThatMomentItIsAskedAgain() {
        source.away = true;
        assertUnavailable();
        source.away = false;
        pass(Duration.ofSeconds(1).plusMillis(1));

        assertThat(dispatcherIn(ACME)).containsExactly("members.read");
    }

    @Test
    void inThatMomentTheLastAnswerStandsIn() {
        dispatcherIn(ACME);
        source.away = true;
        pass(Duration.ofSeconds(61));
        dispatcherIn(ACME);

        assertThat(dispatcherIn(ACME)).containsExactly("members.read");
        assertThat(source.asked).isEqualTo(2);
    }

    private void dispatcherIsUnknownIn(OrgId orgId) {
        assertThatThrownBy(() -> dispatcherIn(orgId)).isInstanceOf(ProblemException.class);
    }

    private void assertUnavailable() {
        assertThatThrownBy(() -> dispatcherIn(ACME))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(Problem.SERVICE_UNAVAILABLE));
    }

    private Set<String> dispatcherIn(OrgId orgId) {
        return grants.of(orgId).await().indefinitely().permissionsOf(DISPATCHER);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    /** Answers one group, names each state after its permission. */
    private static final class Source implements GroupSource {

        private int asked;
        private boolean away;
        private boolean pending;
        private final CompletableFuture<Void> answer = new CompletableFuture<>();
        private String permission = "members.read";
        private Optional<Groups> held = Optional.empty();

        @Override
        public Uni<Groups> find(OrgId orgId, Optional<Groups> held) {
            asked++;
            this.held = held;
            if (pending) {
                return Uni.createFrom().completionStage(answer).map(done -> groups());
            }
            return away
                    ? Uni.createFrom().failure(new IOException("connection refused"))
                    : Uni.createFrom().item(groups());
        }

        private Groups groups() {
            return new Groups(Map.of(DISPATCHER, Set.of(permission)), "\"" + permission + "\"");
        }
    }
}
