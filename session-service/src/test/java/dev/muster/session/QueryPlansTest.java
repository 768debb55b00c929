package dev.muster.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.session.feed.FeedStatements;
import dev.muster.session.support.FeedReader;
import dev.muster.session.support.Person;
import dev.muster.testkit.postgres.Statements;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class QueryPlansTest {

    private static final long CROWD = 4;

    @AfterEach
    void theCrowdLeaves() {
        Statements.run("delete from sessions where user_id >= $1 and user_id < 100000", CROWD);
        Statements.run("vacuum analyze sessions");
    }

    @Test
    void theNewsAreReadByIndexHoweverManySessionsThereAre() {
        crowd(200_000);
        String cursor = FeedReader.cursorOfNow();

        List<String> neverAnalyzed = plan(FeedStatements.changes(cursor));
        Statements.run("analyze sessions");
        List<String> analyzed = plan(FeedStatements.changes(cursor));

        assertThat(neverAnalyzed).anyMatch(line -> line.contains("sessions_changed"));
        assertThat(analyzed).anyMatch(line -> line.contains("sessions_changed"));
        assertThat(neverAnalyzed).noneMatch(line -> line.contains("Seq Scan on sessions"));
        assertThat(analyzed).noneMatch(line -> line.contains("Seq Scan on sessions"));
        assertThat(Statements.pagesTouched(FeedStatements.changes(cursor))).isLessThan(100);
    }

    @Test
    void theListingOfAPersonWithAHundredThousandSignInsReadsAnIndex() {
        Person pilot = Person.pilot();
        pilot.signIn();
        Statements.run(
                "insert into sign_in_events (user_id, at, outcome) select $1, date_trunc('month', now()) + n * interval"
                        + " '1 millisecond', case when n % 10 = 0 then 'signed_in' else 'refused' end"
                        + " from generate_series(1, 100000) n",
                pilot.id());

        Statements.run("analyze sign_in_events");

        assertThat(Statements.pagesTouched("select * from sign_in_events where user_id = " + pilot.id()
                        + " and outcome = 'signed_in' order by at desc, id desc limit 50"))
                .isLessThan(200);
        Statements.run("delete from sign_in_events where user_id = $1", pilot.id());
    }

    private static void crowd(int sessions) {
        Statements.run(
                "insert into sessions (user_id, id, version, generation, api, second_factor, network_rating,"
                        + " pilot_rating, created_at, last_used_at, ends_at) select $1 + n % 9000, n::text, 2, 1, false,"
                        + " false, 1, 0, now(), now(), now() + interval '1 day' from generate_series(1, $2) n",
                CROWD, sessions);
    }

    private static List<String> plan(String sql) {
        List<String> lines = new ArrayList<>();
        Statements.run("explain (analyze, costs off) " + sql).forEach(row -> lines.add(row.getString(0)));
        return lines;
    }
}
