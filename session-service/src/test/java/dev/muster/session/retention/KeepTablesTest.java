package dev.muster.session.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.MovableClock;
import dev.muster.session.support.Person;
import dev.muster.session.support.Tokens;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.reactive.Reactive;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class KeepTablesTest {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'sign_in_events_'yyyyMM");
    private static final DateTimeFormatter AUDIT_MONTH = DateTimeFormatter.ofPattern("'sign_in_attempts_'yyyyMM");
    private static final Duration YEARS = Duration.ofDays(3_650);

    @Inject
    KeepTables keepTables;

    @AfterEach
    void thePresentMonthsAreThereAgain() {
        MovableClock.reset();
        Statements.run("select drop_month_partitions('sign_in_events', '2000-01-01')");
        partitions().stream()
                .filter(name -> name.compareTo(MONTH.format(
                                        LocalDate.now(ZoneOffset.UTC).plusYears(1)))
                                > 0
                        && !name.endsWith("default"))
                .forEach(name -> Statements.run("drop table " + name));
        keep();
    }

    @Test
    void thisMonthAndTheNextThreeHavePartitions() {
        keep();

        LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        assertThat(partitions())
                .contains(
                        MONTH.format(month),
                        MONTH.format(month.plusMonths(1)),
                        MONTH.format(month.plusMonths(2)),
                        MONTH.format(month.plusMonths(3)));
    }

    @Test
    void monthsBeginAtMidnightUtc() {
        LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        OffsetDateTime last =
                month.atStartOfDay().atOffset(ZoneOffset.UTC).plusMonths(1).minusNanos(1_000);

        assertThat(partitionOf(last)).isEqualTo(MONTH.format(month));
        assertThat(partitionOf(last.plusNanos(1_000))).isEqualTo(MONTH.format(month.plusMonths(1)));
    }

    @Test
    void aSignInWithoutItsMonthSucceedsAndMovesWhenTheMonthIsMade() {
        Person pilot = Person.pilot();
        MovableClock.advance(YEARS);
        String token = pilot.signIn();
        assertThat(partitionsHolding(pilot)).containsExactly("sign_in_events_default");

        keep();

        assertThat(partitionsHolding(pilot))
                .containsExactly(MONTH.format(MovableClock.now().atOffset(ZoneOffset.UTC)));
        List<?> logins = Person.with(token).get("/users/logins.json").path("logins");
        assertThat(logins).hasSize(1);
    }

    @Test
    void monthsBeyondTheRetentionAreDropped() {
        LocalDate old =
                LocalDate.now(ZoneOffset.UTC).minusDays(396).withDayOfMonth(1).minusMonths(1);
        Statements.run("select make_month_partition('sign_in_events', $1)", old);
        Statements.run("select make_month_partition('sign_in_events', $1)", old.plusMonths(1));

        keep();

        assertThat(partitions()).doesNotContain(MONTH.format(old)).contains(MONTH.format(old.plusMonths(1)));
        Statements.run("drop table " + MONTH.format(old.plusMonths(1)));
    }

    @Test
    void oldSignInsOutsideAnyMonthAreDeletedInBatches() {
        Statements.run(
                "insert into sign_in_events (user_id, at) select 7, now() - interval '400 days' - n * interval '1 s'"
                        + " from generate_series(1, 2500) n");

        keep();

        assertThat(Statements.number("select count(*) from sign_in_events where user_id = 7"))
                .isZero();
    }

    @Test
    void theAuditLogIsKeptByMonthToo() {
        LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        LocalDate old =
                LocalDate.now(ZoneOffset.UTC).minusDays(396).withDayOfMonth(1).minusMonths(1);
        Statements.run("select make_month_partition('sign_in_attempts', $1)", old);
        Statements.run("insert into sign_in_attempts (at, way_in, outcome, user_id, identifier, ip, user_agent)"
                + " select now() - interval '500 days' - n * interval '1 s', 'profile', 'refused', 7, '', '', ''"
                + " from generate_series(1, 1500) n");

        keep();

        assertThat(names("select inhrelid::regclass::text from pg_inherits"
                        + " where inhparent = 'sign_in_attempts'::regclass"))
                .contains(AUDIT_MONTH.format(month), AUDIT_MONTH.format(month.plusMonths(3)))
                .doesNotContain(AUDIT_MONTH.format(old));
        assertThat(Statements.number("select count(*) from sign_in_attempts where user_id = 7"))
                .isZero();
    }

    @Test
    void sessionsAreDeletedADayAfterTheyCouldHaveEnded() {
        Person pilot = Person.pilot();
        pilot.signIn();
        pilot.signIn();
        Statements.run(
                "update sessions set ends_at = now() - interval '25 hours' where user_id = $1 and id ="
                        + " (select min(id) from sessions where user_id = $1)",
                pilot.id());

        keep();

        assertThat(Statements.number("select count(*) from sessions where user_id = $1", pilot.id()))
                .isEqualTo(1);
    }

    @Test
    void refreshTokensGoWithTheirSession() {
        Person pilot = Person.pilot();
        Tokens ended = Tokens.of(pilot).refreshed();
        Tokens present = Tokens.of(pilot);
        Statements.run(
                "update sessions set ends_at = now() - interval '25 hours' where user_id = $1 and id = $2",
                pilot.id(),
                ended.session());

        keep();

        assertThat(Statements.number("select count(*) from refresh_tokens where user_id = $1", pilot.id()))
                .isEqualTo(1);
        assertThat(Person.statusOf(present.refreshed().access())).isEqualTo(200);
    }

    @Test
    void endedSessionsAreDeletedInBatches() {
        Statements.run("insert into sessions (user_id, id, version, generation, api, second_factor, network_rating,"
                + " pilot_rating, created_at, last_used_at, ends_at) select 8, n::text, 1, 1, false, false, 1, 0,"
                + " now(), now(), now() - interval '2 days' from generate_series(1, 2500) n");

        keep();

        assertThat(Statements.number("select count(*) from sessions where user_id = 8"))
                .isZero();
    }

    @Test
    void floorsAreForgottenAfterAnHour() {
        Statements.run("insert into membership_floors values (9, 42, 1, now() - interval '61 minutes'),"
                + " (9, 43, 1, now() - interval '59 minutes')");

        keep();

        assertThat(Statements.number("select sum(org_id)::bigint from membership_floors where user_id = 9"))
                .isEqualTo(43);
    }

    @Test
    void severalReplicasAtOnceDoNoHarm() {
        MovableClock.advance(YEARS);

        Race.of(8, i -> {
            keep();
            return i;
        });

        assertThat(partitions()).contains(MONTH.format(MovableClock.now().atOffset(ZoneOffset.UTC)));
    }

    private void keep() {
        Reactive.await(keepTables::run);
    }

    private static List<String> partitions() {
        return names("select inhrelid::regclass::text from pg_inherits where inhparent = 'sign_in_events'::regclass");
    }

    private static List<String> partitionsHolding(Person person) {
        return names("select tableoid::regclass::text from sign_in_events where user_id = " + person.id());
    }

    private static String partitionOf(OffsetDateTime at) {
        Statements.run("insert into sign_in_events (user_id, at) values (6, $1)", at);
        return names("delete from sign_in_events where user_id = 6 returning tableoid::regclass::text")
                .get(0);
    }

    private static List<String> names(String sql) {
        List<String> names = new ArrayList<>();
        Statements.run(sql).forEach(row -> names.add(row.getString(0)));
        return names;
    }
}
