package dev.muster.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loads the local stack's demo data into an empty copy of the tables. */
@OrgTest
class DemoDataTest {

    @Inject
    Pool pool;

    private SqlConnection connection;

    @BeforeEach
    void emptyTables() throws IOException {
        connection = pool.getConnection().await().indefinitely();
        run("create schema demo; set search_path = demo");
        run(Files.readString(Path.of("src/main/resources/db/migration/V1__organizations.sql")));
    }

    @AfterEach
    void dropTables() {
        run("drop schema demo cascade; reset search_path");
        connection.close().await().indefinitely();
    }

    @Test
    void everyDemoPersonHasTheirMemberships() throws IOException {
        load();

        assertThat(rows("select user_id, org_id, group_id, owner, default_account from memberships order by 1, 2"))
                .containsExactly(
                        "100001 42 100 false true",
                        "100002 42 110 false true",
                        "100003 42 100 true true",
                        "100004 42 110 false true",
                        "100004 43 120 false false",
                        "100005 42 120 false true",
                        "100006 43 100 true true",
                        "100007 44 100 true true");
        assertThat(rows("select user_id from memberships where 'keaz' = any(permissions)"))
                .containsExactly("100001");
    }

    @Test
    void loadingAgainChangesNothing() throws IOException {
        load();
        run("update organizations set name = 'Renamed' where id = 42");

        load();

        assertThat(rows("select id, name, plan from organizations order by id"))
                .containsExactly("42 Renamed premium", "43 Blue Sky Club club", "44 Carpool North free");
    }

    @Test
    void newOrganizationsCountOnFromTheDemosAndFromThemselves() throws IOException {
        load();
        assertThat(rows("select nextval('organizations_id_seq')")).containsExactly("45");

        load();

        assertThat(rows("select nextval('organizations_id_seq')")).containsExactly("46");
    }

    private void load() throws IOException {
        run(Files.readString(Path.of("src/demo/sql/demo.sql")));
    }

    private RowSet<Row> run(String sql) {
        return connection.query(sql).execute().await().indefinitely();
    }

    private List<String> rows(String sql) {
        List<String> lines = new ArrayList<>();
        for (Row row : run(sql)) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                values.add(String.valueOf(row.getValue(i)));
            }
            lines.add(String.join(" ", values));
        }
        return lines;
    }
}
