package dev.muster.session.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.access.SessionUse;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.Person;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class RecordSessionUsesTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final String LOCK = "select 1 from sessions where id = $1 for update nowait";
    private static final String WAITING = """
            select count(*) from pg_stat_activity
            where wait_event_type = 'Lock' and query like '%update sessions s set last_used_at%' and pid <> pg_backend_pid()""";

    private static final long CROWD = 6;

    @Inject
    RecordSessionUses recordUses;

    @Inject
    Pool pool;

    /** Among few sessions the planner sorts by itself; among many it looks each one up, in the order of the report. */
    @BeforeEach
    void thereAreManySessions() {
        Statements.run(
                "insert into sessions (user_id, id, version, generation, api, second_factor, network_rating,"
                        + " pilot_rating, created_at, last_used_at, ends_at) select $1, n::text, 1, 1, false, false, 1, 0,"
                        + " now(), now(), now() + interval '1 day' from generate_series(1, 20000) n",
                CROWD);
        Statements.run("analyze sessions");
    }

    @AfterEach
    void theCrowdLeaves() {
        Statements.run("delete from sessions where user_id = $1", CROWD);
        Statements.run("vacuum analyze sessions");
    }

    @Test
    @DisplayName("R21 a report of uses locks sessions in the order of their keys, so that no two wait for each other")
    void aReportLocksInTheOrderOfTheKeys() {
        Person first = Person.pilot();
        Person second = Person.pilot();
        SessionUse useOfSecond = use(second, second.signIn());
        SessionUse useOfFirst = use(first, first.signIn());
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            Transaction held = connection.beginAndAwait();
            lock(connection, useOfFirst);
            Uni<Void> report = started(recordUses.record(List.of(useOfSecond, useOfFirst)));
            Eventually.holds("the report waits for the first session", () -> Statements.number(WAITING) == 1);

            lock(connection, useOfSecond);

            held.commitAndAwait();
            report.await().atMost(DEADLINE);
            assertThat(lastUse(useOfFirst)).isEqualTo(useOfFirst.at());
            assertThat(lastUse(useOfSecond)).isEqualTo(useOfSecond.at());
        } finally {
            connection.closeAndAwait();
        }
    }

    /** A use half a minute ago of a session that was last used a minute ago. */
    private static SessionUse use(Person person, String token) {
        String id = Person.sessionOf(token);
        Instant opened = Statements.run(
                        "update sessions set last_used_at = now() - interval '1 minute' where id = $1"
                                + " returning last_used_at",
                        id)
                .iterator()
                .next()
                .getOffsetDateTime(0)
                .toInstant();
        return new SessionUse(new UserId(person.id()), new SessionId(id), opened.plusSeconds(30));
    }

    /** Runs from now on; its end can be awaited later. */
    private static Uni<Void> started(Uni<Void> report) {
        return Uni.createFrom().completionStage(report.subscribeAsCompletionStage());
    }

    private static void lock(SqlConnection connection, SessionUse use) {
        connection.preparedQuery(LOCK).executeAndAwait(Tuple.of(use.sessionId().value()));
    }

    private static Instant lastUse(SessionUse use) {
        return Statements.run(
                        "select last_used_at from sessions where id = $1",
                        use.sessionId().value())
                .iterator()
                .next()
                .getOffsetDateTime(0)
                .toInstant();
    }
}
