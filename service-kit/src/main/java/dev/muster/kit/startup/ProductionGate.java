package dev.muster.kit.startup;

import io.quarkus.arc.All;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Refuses to start a packaged service with unsafe settings, before it changes its database and before anything else of it
 * starts. Only the profile {@code local} is let through: a misspelt or home-made profile must not open the gate.
 */
@Singleton
class ProductionGate implements FlywayConfigurationCustomizer {

    private static final int BEFORE_EVERYTHING = 1;
    private static final String LOCAL = "local";

    private final List<StartupCheck> checks;

    ProductionGate(@All List<StartupCheck> checks) {
        this.checks = checks;
    }

    /** Flyway migrates before the application is started, and so before {@link StartupEvent}. */
    @Override
    public void customize(FluentConfiguration flyway) {
        open(LaunchMode.current(), ConfigUtils.getProfiles());
    }

    /** Not every start configures Flyway. */
    void open(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent started) {
        open(LaunchMode.current(), ConfigUtils.getProfiles());
    }

    void open(LaunchMode mode, List<String> profiles) {
        if (mode.isDevOrTest() || profiles.contains(LOCAL)) {
            return;
        }
        List<UnsafeSetting> unsafe = checks.stream()
                .flatMap(check -> check.unsafeSettings().stream())
                .toList();
        if (!unsafe.isEmpty()) {
            throw new UnsafeSettingsException(unsafe);
        }
    }
}
