package dev.muster.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.postgres.PostgresTestResource;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migrations that take longer than PostgreSQL lets a transaction idle, as production's database does. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
class OneMigratorTest {

    @Inject
    Flyway configured;

    @ConfigProperty(name = "muster.database.address")
    String database;

    @BeforeEach
    void makeADatabaseThatEndsIdleTransactions() {
        Statements.run("create database migrated");
        Statements.run("alter database migrated set idle_in_transaction_session_timeout = '1s'");
    }

    @AfterEach
    void dropIt() {
        Statements.run("drop database migrated with (force)");
    }

    @Test
    void oneOfTwoReplicasMigratesHoweverLongItTakesAndTheOtherWaits() {
        List<MigrateResult> results = Race.of(2, replica -> replica().load().migrate());

        assertThat(results).allMatch(result -> result.success);
        assertThat(results)
                .extracting(result -> result.migrationsExecuted)
                .as("a slow table and an index that is made concurrently")
                .containsExactlyInAnyOrder(2, 0);
    }

    /** As the service migrates itself, but for where and what. */
    private FluentConfiguration replica() {
        return Flyway.configure()
                .configuration(configured.getConfiguration())
                .dataSource("jdbc:postgresql://" + database + "/migrated", "postgres", "postgres")
                .resourceProvider(null)
                .javaMigrationClassProvider(null)
                .locations("classpath:slow-migrations");
    }
}
