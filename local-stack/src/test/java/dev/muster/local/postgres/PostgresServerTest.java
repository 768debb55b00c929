package dev.muster.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.local.StackFailure;
import dev.muster.local.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, dying and starting again. */
class PostgresServerTest {

    @TempDir
    private static Path temporary;

    private static TestPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = new TestPostgres(temporary).start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void dataIsThereAfterARestart() throws Exception {
        postgres.execute(Service.ORG, "drop table if exists kept; create table kept as select 42 as answer");

        postgres.close();
        postgres.start();

        assertThat(postgres.query(Service.ORG, "select answer from kept")).isEqualTo("42");
    }

    @Test
    void dataIsThereAfterTheServerWasKilled() throws Exception {
        postgres.execute(Service.ORG, "drop table if exists kept; create table kept as select 42 as answer");

        ProcessHandle killed = postgres.server().process();
        killed.destroyForcibly();
        await().until(() -> !killed.isAlive());
        postgres.close();
        postgres.start();

        assertThat(postgres.query(Service.ORG, "select answer from kept")).isEqualTo("42");
    }

    @Test
    void aServerThatNobodyLooksAfterIsStoppedBeforeTheNextStarts() throws Exception {
        postgres.execute(Service.ORG, "drop table if exists kept; create table kept as select 42 as answer");
        ProcessHandle orphan = postgres.server().process();

        OrphanedPostgres.stop(postgres.settings().dataDirectory());

        assertThat(orphan.isAlive()).isFalse();
        postgres.close();
        postgres.start();
        assertThat(postgres.query(Service.ORG, "select answer from kept")).isEqualTo("42");
    }

    @Test
    void aPidFileWhosePidBelongsToAnotherProgramNowIsNoObstacle() throws Exception {
        postgres.close();
        Path pidFile = postgres.settings().dataDirectory().resolve("postmaster.pid");
        Files.writeString(
                pidFile,
                ProcessHandle.current().pid() + "\n" + postgres.settings().dataDirectory() + "\n");

        postgres.start();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(postgres.setting("fsync")).isEqualTo("on");
    }

    @Test
    void aFirstStartThatWasBrokenOffBeginsAnew() throws Exception {
        postgres.close();
        Files.delete(postgres.settings().dataDirectory().resolve("muster.initialized"));
        Files.delete(postgres.settings().dataDirectory().resolve("global/pg_control"));

        postgres.start();

        assertThat(postgres.setting("fsync")).isEqualTo("on");
    }

    @Test
    void aStartThatFailsSaysWhyAndLeavesNothingRunning() throws Exception {
        TestPostgres broken = new TestPostgres(temporary.resolve("broken")).start();
        broken.close();
        Files.writeString(broken.settings().dataDirectory().resolve("postgresql.auto.conf"), "nonsense\n");

        assertThatThrownBy(broken::start)
                .isInstanceOf(StackFailure.class)
                .hasMessageStartingWith("PostgreSQL did not start: FATAL:")
                .hasMessageContaining("postgresql.auto.conf");
        assertThat(OrphanedPostgres.find(broken.settings().dataDirectory())).isEmpty();
    }

    @Test
    void binariesThatWereUnpackedInPartAreThrownAway() throws IOException {
        Path whole = Files.createDirectories(temporary.resolve("binaries/PG-whole"));
        Files.createFile(whole.resolve(".exists"));
        Path partial = Files.createDirectories(temporary.resolve("binaries/PG-partial/bin"));
        Files.createFile(partial.resolve("postgres"));

        UnpackedBinaries.discardIncomplete(temporary.resolve("binaries"));

        assertThat(whole).exists();
        assertThat(partial.getParent()).doesNotExist();
    }
}
