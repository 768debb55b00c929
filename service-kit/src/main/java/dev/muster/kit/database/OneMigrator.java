package dev.muster.kit.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.flywaydb.database.postgresql.TransactionalModel;

/**
 * Of the replicas that start together one migrates, however long that takes, and the others wait for it. Flyway's lock
 * is a session's and not, as it would be otherwise, a transaction's, which is idle for the whole migration: PostgreSQL
 * ends that one after {@code idle_in_transaction_session_timeout}, and {@code create index concurrently} waits for it
 * forever.
 */
@Singleton
@RegisterForReflection(targets = {PostgreSQLConfigurationExtension.class, TransactionalModel.class})
class OneMigrator implements FlywayConfigurationCustomizer {

    private static final int UNTIL_IT_IS_FREE = -1;

    @Override
    public void customize(FluentConfiguration flyway) {
        flyway.lockRetryCount(UNTIL_IT_IS_FREE)
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
    }
}
