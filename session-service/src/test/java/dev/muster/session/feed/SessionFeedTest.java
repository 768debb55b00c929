package dev.muster.session.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.FeedReader;
import dev.muster.session.support.Person;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SessionServiceTest
class SessionFeedTest {

    private static final String CLOSE = "update sessions set closed_at = now(), version = version + 1 where id = $1";

    /** Materialized, or the planner is free to terminate everybody before it looks who listens. */
    private static final String TERMINATE_LISTENERS = """
            with listeners as materialized (select pid from pg_stat_activity where query = 'listen muster_sessions')
            select count(*) from listeners where pg_terminate_backend(pid)""";

    @Inject
    Pool pool;

    @Test
    void aNewReaderHearsTheKeysAndWhereToStart() {
        try (FeedReader reader = FeedReader.from(null)) {
            Eventually.holds("the reader hears its start", () -> reader.heard("RESET") && reader.heard("BEAT"));

            assertThat(reader.signals().get(0).getString("kind")).isEqualTo("KEYS");
            assertThat(reader.signals().get(0).getString("keys"))
                    .contains("\"kty\":\"RSA\"")
                    .doesNotContain("\"d\"");
            assertThat(kinds(reader).indexOf("RESET")).isLessThan(kinds(reader).indexOf("BEAT"));
        }
    }

    @Test
    void everyChangeIsHeardAsItIsNow() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        try (FeedReader reader = started()) {
            Person.service()
                    .body(FakePeers.json(Person.membership(42, 2, "admin")).encode())
                    .put(pilot.internal("/members/42"));

            Eventually.holds("the change is heard", () -> reader.heard("CHANGED", token));
            JsonObject session = last(reader, "CHANGED").getJsonObject("session");
            assertThat(session.getJsonObject("member").getJsonArray("permissions"))
                    .containsExactly("admin");
            assertThat(session.getInteger("version")).isEqualTo(2);
            Person.with(token).post("/users/logout.json");
            Eventually.holds("the end is heard", () -> reader.heard("CLOSED", token));
        }
    }

    @Test
    void aNewSessionIsNoNews() {
        try (FeedReader reader = started()) {
            String token = Person.pilot().signIn();
            String closed = Person.pilot().signIn();
            Person.with(closed).post("/users/logout.json");

            Eventually.holds("later news is heard", () -> reader.heard("CLOSED", closed));
            assertThat(reader.heard("CHANGED", token)).isFalse();
        }
    }

    @Test
    @DisplayName("R24 a reader that was away hears what it missed before its first beat")
    void aReaderThatWasAwayHearsWhatItMissed() {
        String token = Person.pilot().signIn();
        String cursor = FeedReader.cursorOfNow();
        Person.with(token).post("/users/logout.json").then().statusCode(200);

        try (FeedReader reader = FeedReader.from(cursor)) {
            Eventually.holds("the first beat is heard", () -> reader.heard("BEAT"));

            assertThat(kinds(reader)).doesNotContain("RESET");
            assertThat(kinds(reader).indexOf("CLOSED"))
                    .isBetween(0, kinds(reader).indexOf("BEAT") - 1);
            assertThat(reader.heard("CLOSED", token)).isTrue();
        }
    }

    @Test
    @DisplayName("R24 nothing is missed when transactions commit in another order than they began")
    void transactionsThatCommitOutOfOrderAreAllHeard() {
        String slow = Person.pilot().signIn();
        String fast = Person.pilot().signIn();
        SqlConnection connection = pool.getConnectionAndAwait();
        try (FeedReader before = started()) {
            Transaction held = connection.beginAndAwait();
            connection.preparedQuery(CLOSE).executeAndAwait(Tuple.of(Person.sessionOf(slow)));
            Person.with(fast).post("/users/logout.json").then().statusCode(200);
            Eventually.holds("the second is heard first", () -> before.heard("CLOSED", fast));
            String cursor = FeedReader.cursorOfNow();

            held.commitAndAwait();

            Eventually.holds("the reader hears the first", () -> before.heard("CLOSED", slow));
            try (FeedReader resumed = FeedReader.from(cursor)) {
                Eventually.holds("who resumes in between hears it too", () -> resumed.heard("CLOSED", slow));
                assertThat(resumed.heard("CLOSED", fast)).isFalse();
            }
        } finally {
            connection.closeAndAwait();
        }
    }

    @Test
    void whatIsRolledBackIsNeverHeard() {
        String token = Person.pilot().signIn();
        SqlConnection connection = pool.getConnectionAndAwait();
        try (FeedReader reader = started()) {
            Transaction held = connection.beginAndAwait();
            connection.preparedQuery(CLOSE).executeAndAwait(Tuple.of(Person.sessionOf(token)));
            held.rollbackAndAwait();
            String later = Person.pilot().signIn();
            Person.with(later).post("/users/logout.json");

            Eventually.holds("later news is heard", () -> reader.heard("CLOSED", later));
            assertThat(reader.heard("CLOSED", token)).isFalse();
        } finally {
            connection.closeAndAwait();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"900000000:900000001:", "not a cursor", "1:2", "5", "'; drop table sessions; --"})
    @DisplayName("R24 a reader whose cursor is not of this database starts anew")
    void aForeignCursorStartsAnew(String cursor) {
        try (FeedReader reader = FeedReader.from(cursor)) {
            Eventually.holds("the reader is told to forget", () -> reader.heard("RESET"));

            assertThat(kinds(reader)).doesNotContain("CHANGED", "CLOSED");
        }
    }

    @Test
    void whoMissedTooMuchStartsAnew() {
        String cursor = FeedReader.cursorOfNow();
        Statements.run(
                "insert into sessions (user_id, id, version, generation, api, second_factor, network_rating,"
                        + " pilot_rating, created_at, last_used_at, ends_at) select 5, n::text, 2, 1, false, false, 1, 0,"
                        + " now(), now(), now() + interval '1 day' from generate_series(1, $1) n",
                SessionLog.MOST_CHANGES + 1);

        try (FeedReader reader = FeedReader.from(cursor)) {
            Eventually.holds("the reader is told to forget", () -> reader.heard("RESET"));
        } finally {
            Statements.run("delete from sessions where user_id = 5");
        }
    }

    @Test
    @DisplayName("R24 news arrives while the listening connection is gone, and it comes back")
    void aLostListeningConnectionDelaysNewsUntilTheNextBeat() {
        String first = Person.pilot().signIn();
        String second = Person.pilot().signIn();
        try (FeedReader reader = started()) {
            assertThat(Statements.number(TERMINATE_LISTENERS)).isEqualTo(1);

            Person.with(first).post("/users/logout.json");

            Eventually.holds("the news arrives by the next beat", () -> reader.heard("CLOSED", first));
            Eventually.holds("somebody listens again", () -> listeners() == 1);
            Person.with(second).post("/users/logout.json");
            Eventually.holds("news is heard as before", () -> reader.heard("CLOSED", second));
        }
    }

    @Test
    void changesOfOtherReplicasAreHeard() {
        String token = Person.pilot().signIn();
        assertThat(Person.statusOf(token)).isEqualTo(200);
        try (FeedReader reader = started()) {
            Statements.run(CLOSE, Person.sessionOf(token));

            Eventually.holds("the reader hears it", () -> reader.heard("CLOSED", token));
            Eventually.holds("this replica refuses it", () -> Person.statusOf(token) == 401);
        }
    }

    private static long listeners() {
        return Statements.number("select count(*) from pg_stat_activity where query = 'listen muster_sessions'");
    }

    private static FeedReader started() {
        FeedReader reader = FeedReader.from(null);
        Eventually.holds("the reader is up to date", () -> reader.heard("BEAT"));
        return reader;
    }

    private static List<String> kinds(FeedReader reader) {
        return reader.signals().stream().map(signal -> signal.getString("kind")).toList();
    }

    private static JsonObject last(FeedReader reader, String kind) {
        return reader.signals().stream()
                .filter(signal -> kind.equals(signal.getString("kind")))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
