package dev.muster.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.local.service.Service;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("R48 the previous release's statements run on the newest schema")
class PreviousReleaseTest {

    @TempDir
    private static Path temporary;

    private static TestPostgres postgres;

    @BeforeAll
    static void migrate() throws Exception {
        postgres = new TestPostgres(temporary).start();
        for (Service service : Service.values()) {
            new PreviousRelease(service).migrate(postgres);
        }
    }

    @AfterAll
    static void close() throws Exception {
        postgres.close();
    }

    private static Connection connect(Service service) throws Exception {
        return postgres.connect(
                service.database(), service.database(), postgres.secrets().databasePassword(service));
    }

    @ParameterizedTest
    @EnumSource
    void everyStatementOfThePreviousReleaseIsUnderstood(Service service) throws Exception {
        List<String> statements = new PreviousRelease(service).statements();

        try (Connection connection = connect(service)) {
            assertThat(PreviousRelease.refused(connection, statements)).isEmpty();
        }
        assertThat(statements).hasSizeGreaterThan(5);
    }

    @Test
    void aMigrationThatTakesAwayWhatThePreviousReleaseReadsIsFound() throws Exception {
        List<String> statements = new PreviousRelease(Service.ORG).statements();

        try (Connection connection = connect(Service.ORG)) {
            connection.setAutoCommit(true);
            connection.createStatement().execute("alter table memberships rename column group_id to group_key");
            List<String> refused = PreviousRelease.refused(connection, statements);
            connection.createStatement().execute("alter table memberships rename column group_key to group_id");

            assertThat(refused).isNotEmpty().allMatch(line -> line.contains("group_id"));
        }
    }
}
