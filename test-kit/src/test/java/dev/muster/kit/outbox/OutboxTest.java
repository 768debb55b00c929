package dev.muster.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.postgres.PostgresTestResource;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.reactive.Reactive;
import dev.muster.testkit.time.Eventually;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
class OutboxTest {

    private static final String PROBE = ProbeHandler.KIND;

    @Inject
    ProbeChanges changes;

    @Inject
    ProbeHandler handler;

    @Inject
    PatientHandler patient;

    @Inject
    Outbox outbox;

    @Inject
    OutboxTable table;

    @Inject
    OutboxConfig config;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Test
    void aCommittedRowIsDeliveredAndGone() {
        OutboxId id = append("commit", 7);

        Eventually.holds("the row is gone", () -> isGone(id));
        assertThat(handler.handled("commit")).hasSize(1);
        assertThat(handler.handled("commit").get(0).as(ProbeChanges.Note.class)).isEqualTo(new ProbeChanges.Note(7));
    }

    @Test
    void aRolledBackRowIsNeverDelivered() {
        assertThatThrownBy(() -> Reactive.await(() -> changes.appendAndFail("rollback")))
                .isInstanceOf(IllegalStateException.class);

        OutboxId later = append("after-rollback", 1);
        Eventually.holds("a later row is gone", () -> isGone(later));
        assertThat(handler.handled("rollback")).isEmpty();
        assertThat(Statements.number("select count(*) from outbox where key = 'rollback'"))
                .isZero();
    }

    @Test
    void aRowCostsOneStatementToAppendAndTwoToDeliver() {
        append("statements", 1);
        Eventually.holds(
                "nothing is left to deliver",
                () -> Statements.number("select count(*) from outbox where parked_at is null") == 0);
        long inserts = Statements.calls("insert into outbox%");
        long deletes = Statements.calls("delete from outbox%");
        long claims = Statements.rows("with due as%");

        OutboxId id = append("statements", 2);
        boolean delivered = Reactive.await(() -> outbox.deliver(id, Duration.ofSeconds(5)));

        assertThat(delivered).isTrue();
        assertThat(Statements.calls("insert into outbox%") - inserts).isEqualTo(1);
        assertThat(Statements.calls("delete from outbox%") - deletes).isEqualTo(1);
        assertThat(Statements.rows("with due as%") - claims).isEqualTo(1);
    }

    @Test
    void rowsOfOneKeyAreDeliveredInOrderAndKeysSideBySide() {
        List<String> keys = List.of("order-a", "order-b", "order-c", "order-d", "order-e");
        Gathering oneOfEachKey = new Gathering(keys.size());
        keys.forEach(
                key -> handler.behave(key, row -> isFirst(row, keys) ? oneOfEachKey.join(row) : sometimesFailing()));

        Reactive.await(() -> changes.appendAll(
                PROBE,
                Collections.nCopies(10, keys).stream().flatMap(List::stream).toList()));

        Eventually.holds("all are gone", () -> rowsLike("order-%") == 0);
        for (String key : keys) {
            List<Integer> numbers = handler.handled(key).stream()
                    .map(row -> row.as(ProbeChanges.Note.class).number())
                    .toList();
            assertThat(numbers).isSorted();
            assertThat(numbers.stream().distinct()).hasSize(10);
        }
    }

    private static boolean isFirst(OutboxMessage row, List<String> keys) {
        return row.as(ProbeChanges.Note.class).number() < keys.size();
    }

    private static Uni<Void> sometimesFailing() {
        boolean fails = ThreadLocalRandom.current().nextInt(20) == 0;
        Uni<Void> slowly = Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(2));
        return fails ? slowly.chain(() -> Uni.createFrom().failure(new IllegalStateException("not now"))) : slowly;
    }

    @Test
    void aRowThatFailsIsTriedAgainUntilItSucceeds() {
        handler.behave(
                "shaky",
                row -> row.attempt() < 3
                        ? Uni.createFrom().failure(new IllegalStateException("not yet"))
                        : Uni.createFrom().voidItem());

        OutboxId id = append("shaky", 1);

        Eventually.holds("the row is gone", () -> isGone(id));
        assertThat(handler.handled("shaky")).extracting(OutboxMessage::attempt).containsExactly(1, 2, 3);
    }

    @Test
    void aRowIsParkedAfterItsLastTryAndHoldsUpNothing() {
        handler.behave("hopeless", row -> Uni.createFrom().failure(new IllegalStateException("secret detail")));
        OutboxId hopeless = append("hopeless", 1);
        Eventually.holds("the row is parked", () -> isParked(hopeless));
        handler.behaveWell("hopeless");

        OutboxId next = append("hopeless", 2);

        Eventually.holds("the next row is gone", () -> isGone(next));
        assertThat(handler.handled("hopeless"))
                .extracting(OutboxMessage::attempt)
                .containsExactly(1, 2, 3, 4, 1);
        assertThat(failureOf(hopeless)).isEqualTo("IllegalStateException");
        assertThat(Reactive.<Boolean>await(() -> outbox.deliver(hopeless, Duration.ofSeconds(5))))
                .isFalse();
        Eventually.holds("metrics show it", () -> metric("muster_outbox_parked{kind=\"probe\"}") >= 1);
        assertThat(metric("muster_outbox_delivered_total{kind=\"probe\"}")).isPositive();
        assertThat(metric("muster_outbox_failed_total{kind=\"probe\"}")).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aRejectedRowIsParkedAtOnceWithItsReason() {
        handler.behave("rejected", row -> {
            throw new OutboxRejection("no such user");
        });

        OutboxId id = append("rejected", 1);

        Eventually.holds("the row is parked", () -> isParked(id));
        assertThat(handler.handled("rejected")).hasSize(1);
        assertThat(failureOf(id)).isEqualTo("OutboxRejection: no such user");
    }

    @Test
    void theRowOfADeadReplicaIsTakenOverWhenItsLeaseEnds() {
        long id = Statements.number("""
                insert into outbox (kind, key, payload, attempts, due_at)
                values ('probe', 'orphan', '{}', 1, now() + interval '1 hour') returning id
                """);
        OutboxId later = append("after-orphan", 1);
        Eventually.holds("a later row is gone", () -> isGone(later));
        assertThat(isGone(new OutboxId(id))).isFalse();

        Statements.run("update outbox set due_at = now() where id = $1", id);

        Eventually.holds("the row is gone", () -> isGone(new OutboxId(id)));

        assertThat(handler.handled("orphan")).extracting(OutboxMessage::attempt).containsExactly(2);
    }

    @Test
    void aReplicaThatLostItsLeaseCanNeitherFinishNorPostponeTheRow() {
        long id = Statements.number("""
                insert into outbox (kind, key, payload, attempts, due_at)
                values ('nobody', 'fence', '{}', 2, now() + interval '1 hour') returning id
                """);
        OutboxMessage stale = new OutboxMessage(new OutboxId(id), "nobody", "fence", 1, "{}");

        assertThat(Reactive.<Boolean>await(() -> table.delete(stale))).isFalse();
        assertThat(Reactive.<Boolean>await(() -> table.postpone(stale, Duration.ZERO, "late")))
                .isFalse();
        assertThat(Reactive.<Boolean>await(() -> table.park(stale, "late"))).isFalse();
        Statements.run("delete from outbox where id = $1", id);
    }

    @Test
    void aHandlerThatHangsIsGivenUpBeforeItsLeaseEnds() {
        handler.behave(
                "hanging",
                row -> row.attempt() == 1
                        ? Uni.createFrom().nothing()
                        : Uni.createFrom().voidItem());

        OutboxId id = append("hanging", 1);

        Eventually.holds("the row is gone", () -> isGone(id));
        assertThat(handler.handled("hanging")).hasSize(2);
    }

    @Test
    void deliveryInTimeIsAnsweredWithTrueOnTheCallersContext() {
        handler.behave(
                "in-time", row -> Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(50)));
        OutboxId id = append("in-time", 1);

        boolean kept = Reactive.await(() -> changes.keepsItsContext(id));

        assertThat(kept).isTrue();
        assertThat(handler.handled("in-time")).hasSize(1);
        assertThat(isGone(id)).isTrue();
    }

    @Test
    void deliveryThatTakesTooLongIsAnsweredWithFalseAndGoesOn() {
        handler.behave(
                "late", row -> Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(700)));
        OutboxId id = append("late", 1);

        boolean delivered = Reactive.await(() -> outbox.deliver(id, Duration.ofMillis(100)));

        assertThat(delivered).isFalse();
        Eventually.holds("the row is gone", () -> isGone(id));
        assertThat(handler.handled("late")).hasSize(1);
    }

    @Test
    void aRowBehindAnotherOfItsKeyIsAwaited() {
        handler.behave(
                "queue", row -> Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(100)));
        append("queue", 1);
        append("queue", 2);
        OutboxId last = append("queue", 3);

        boolean delivered = Reactive.await(() -> outbox.deliver(last, Duration.ofSeconds(5)));

        assertThat(delivered).isTrue();
        assertThat(handler.handled("queue")).hasSize(3);
    }

    @Test
    void handlersMayUseTheDatabaseSideBySide() {
        List<String> keys = IntStream.range(0, 12).mapToObj(i -> "chained-" + i).toList();
        keys.forEach(key -> handler.behave(
                key, row -> changes.append(PROBE, "from-" + key, 1).replaceWithVoid()));

        Reactive.await(() -> changes.appendAll(PROBE, keys));

        Eventually.holds(
                "all are gone",
                () -> handler.handledWithPrefix("from-chained-").size() == 12 && rowsLike("%chained-%") == 0);
    }

    @Test
    void aReceiverThatIsDownDelaysNoOtherAndIsNotFlooded() {
        patient.goDown();
        int before = patient.tries();
        long looks = Statements.calls("with due as%");
        Reactive.await(() -> changes.appendAll(
                PatientHandler.KIND,
                IntStream.range(0, 200).mapToObj(i -> "down-" + i).toList()));
        OutboxId other = append("not-down", 1);
        Eventually.holds("others are delivered", () -> isGone(other));
        Eventually.holds("it is tried still", () -> patient.tries() - before > 20);
        int tries = patient.tries() - before;

        assertThat((long) tries).isLessThanOrEqualTo(config.batch() + Statements.calls("with due as%") - looks);
        patient.comeUp();
        Eventually.holds("all are gone", () -> rowsLike("down-%") == 0);
        assertThat(patient.delivered()).isEqualTo(200);
    }

    @Test
    void aTryThatHangsDoesNotHoldUpTheOthersOfItsKind() {
        patient.fallSilent();
        appendPatiently("hangs");
        patient.comeUp();
        patient.goDown();
        appendPatiently("fails");
        patient.comeUp();

        Eventually.holds("the one that failed is gone", () -> rowsLike("fails") == 0);
        assertThat(Statements.number("select count(*) from outbox where key = 'hangs' and failure is null"))
                .as("tries that are not given up yet")
                .isOne();
        Eventually.holds("the one that hung is gone", () -> rowsLike("hangs") == 0);
    }

    private void appendPatiently(String key) {
        int before = patient.tries();
        Reactive.await(() -> changes.append(PatientHandler.KIND, key, 1));
        Eventually.holds("it is tried", () -> patient.tries() > before);
    }

    @Test
    void whatIsWithdrawnIsNeverDeliveredAndTheRestIs() {
        List<String> keys = List.of("gone:1:a", "gone:1:b", "gone:12:a", "GONE:1:a");
        keys.forEach(key -> handler.behave(key, row -> Uni.createFrom().failure(new OutboxRejection("away"))));
        List<OutboxId> rows = keys.stream().map(key -> append(key, 1)).toList();
        Eventually.holds("all are parked", () -> rows.stream().allMatch(this::isParked));

        Reactive.await(() -> changes.withdraw("gone:1:"));

        assertThat(rows.stream().map(this::isGone)).containsExactly(true, true, false, false);
    }

    @Test
    void appendingOutsideOfATransactionIsADefect() {
        assertThatThrownBy(() -> Reactive.await(() -> changes.appendWithoutTransaction("x")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deliveringBeforeTheCommitIsADefect() {
        assertThatThrownBy(() -> Reactive.await(() -> changes.deliverBeforeTheCommit("x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after its transaction");
    }

    @Test
    void aKindThatNobodyDeliversIsADefect() {
        assertThatThrownBy(() -> Reactive.await(() -> changes.append("unheard-of", "x", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unheard-of");
    }

    private OutboxId append(String key, int number) {
        return Reactive.await(() -> changes.append(PROBE, key, number));
    }

    private boolean isGone(OutboxId id) {
        return Reactive.await(() -> table.isParked(id)).isEmpty();
    }

    private boolean isParked(OutboxId id) {
        return Reactive.await(() -> table.isParked(id)).orElse(false);
    }

    private static String failureOf(OutboxId id) {
        return Statements.run("select failure from outbox where id = $1", id.value())
                .iterator()
                .next()
                .getString(0);
    }

    private static long rowsLike(String key) {
        return Statements.number("select count(*) from outbox where key like $1", key);
    }

    private double metric(String name) {
        String text = RestAssured.get(metrics).asString();
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
