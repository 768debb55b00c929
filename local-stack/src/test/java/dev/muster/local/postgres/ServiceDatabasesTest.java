package dev.muster.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.StackFailure;
import dev.muster.local.demo.DemoData;
import dev.muster.local.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the services find when they open their databases. */
class ServiceDatabasesTest {

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
    void acknowledgedWritesAreOnDisk() throws SQLException {
        assertThat(postgres.setting("fsync")).isEqualTo("on");
        assertThat(postgres.setting("full_page_writes")).isEqualTo("on");
        assertThat(postgres.setting("synchronous_commit")).isEqualTo("on");
    }

    @Test
    void itListensOnThisMachineOnly() throws SQLException {
        assertThat(postgres.setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(postgres.setting("unix_socket_directories")).isEmpty();
    }

    @Test
    void aRoleOpensItsOwnDatabaseAndNoOther() throws SQLException {
        List<String> databases = Stream.concat(
                        Stream.of(Service.values()).map(Service::database), Stream.of("postgres", "template1"))
                .toList();
        for (Service service : Service.values()) {
            for (String database : databases) {
                if (database.equals(service.database())) {
                    assertThat(postgres.query(service, database, "select current_user"))
                            .isEqualTo(service.database());
                } else {
                    assertThatThrownBy(() -> postgres.query(service, database, "select 1"))
                            .as("%s in %s", service, database)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("permission denied for database");
                }
            }
        }
    }

    @Test
    void aRoleMakesTablesAndTrustedExtensionsInItsOwnSchema() throws SQLException {
        postgres.execute(Service.IDENTITY, "create extension citext; create table person (name citext)");

        assertThat(postgres.query(
                        Service.IDENTITY,
                        "muster_identity",
                        "select nspowner::regrole::text from pg_namespace" + " where nspname = 'public'"))
                .isEqualTo("muster_identity");
    }

    @Test
    void aRoleHasNoPowerOverTheServer() {
        assertThatThrownBy(() -> postgres.execute(Service.ORG, "create database another"))
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> postgres.execute(Service.ORG, "create role another"))
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> postgres.execute(Service.ORG, "select pg_read_file('/etc/passwd')"))
                .hasMessageContaining("denied");
    }

    @Test
    void aWrongPasswordIsRefusedForRolesAndForTheSuperuser() {
        assertThatThrownBy(() -> postgres.connect("muster_org", "muster_org", "wrong"))
                .hasMessageContaining("password");
        assertThatThrownBy(() -> postgres.connect("postgres", "postgres", "wrong"))
                .hasMessageContaining("password");
        assertThatThrownBy(() -> postgres.connect("postgres", "postgres", null)).hasMessageContaining("password");
    }

    @Test
    void noPasswordIsInTheServersLogOrLeftInAFile() throws IOException {
        String log = Files.readString(postgres.settings().log());

        assertThat(log)
                .doesNotContain(
                        postgres.secrets().superuserPassword(),
                        postgres.secrets().databasePassword(Service.ORG));
        assertThat(postgres.settings().log().resolveSibling(".initdb-password")).doesNotExist();
    }

    @Test
    void theDataDirectoryIsItsOwnersOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(postgres.settings().dataDirectory()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void demoDataIsLoadedAsTheServicesRoleAndCanBeLoadedAgain() throws Exception {
        DemoData demo = new DemoData(
                service -> service == Service.ORG
                        ? "create table if not exists demo (id int primary key);"
                                + " insert into demo values (42) on conflict do nothing;"
                        : "",
                postgres.settings().port(),
                postgres.secrets());

        demo.load();
        demo.load();

        assertThat(postgres.query(Service.ORG, "select count(*) from demo")).isEqualTo("1");
        assertThat(postgres.query(Service.ORG, "select tableowner from pg_tables where tablename = 'demo'"))
                .isEqualTo("muster_org");
    }

    @Test
    void demoDataThatFailsHalfwayLeavesNothingBehind() throws Exception {
        DemoData demo = new DemoData(
                service -> service == Service.ORG ? "create table half (id int); select 1/0" : "",
                postgres.settings().port(),
                postgres.secrets());

        assertThatThrownBy(demo::load)
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("org-service")
                .hasMessageContaining("division by zero");
        assertThat(postgres.query(Service.ORG, "select to_regclass('half') is null"))
                .isEqualTo("t");
    }
}
