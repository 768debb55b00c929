package dev.muster.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.postgres.PostgresTestResource;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.reactive.Reactive;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
class ForgetParkedTest {

    @Inject
    ForgetParked forgetParked;

    @AfterEach
    void nothingIsLeftForOtherTests() {
        Statements.run("delete from outbox where key like 'forget-%'");
    }

    @Test
    void aParkedRowIsForgottenAfterThirtyDaysAndNotBefore() {
        park("forget-old", 1, "30 days 1 minute");
        park("forget-recent", 1, "29 days 23 hours");

        Reactive.await(() -> forgetParked.forget());

        assertThat(rows("forget-old%")).isZero();
        assertThat(rows("forget-recent%")).isOne();
    }

    @Test
    void aRowThatIsNotParkedIsKeptHoweverOldItIs() {
        Statements.run("insert into outbox (kind, key, payload, created_at, due_at)"
                + " values ('nobody', 'forget-pending', '{}', now() - interval '90 days', now())");

        Reactive.await(() -> forgetParked.forget());

        assertThat(rows("forget-pending")).isOne();
    }

    @Test
    void manyParkedRowsAreForgottenInBatches() {
        park("forget-many", 2 * ForgetParked.BATCH + 500, "31 days");
        long before = Statements.calls("delete from outbox where ctid%");

        int deleted = Reactive.await(() -> forgetParked.forget());

        assertThat(deleted).isEqualTo(2 * ForgetParked.BATCH + 500);
        assertThat(rows("forget-many%")).isZero();
        assertThat(Statements.calls("delete from outbox where ctid%") - before).isEqualTo(3);
    }

    private static void park(String key, int rows, String before) {
        Statements.run(
                "insert into outbox (kind, key, payload, parked_at)"
                        + " select 'nobody', $1 || '-' || n, '{}', now() - $3::text::interval"
                        + " from generate_series(1, $2::integer) n",
                key,
                rows,
                before);
    }

    private static long rows(String pattern) {
        return Statements.number("select count(*) from outbox where key like $1", pattern);
    }
}
