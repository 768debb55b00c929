package dev.muster.kit.startup;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Refuses to start a packaged service with unsafe settings, before anything else of it starts. Only the profile
 * {@code local} is let through: a misspelt or home-made profile must not open the gate.
 */
@ApplicationScoped
class ProductionGate {

    private static final int BEFORE_EVERYTHING = 1;
    private static final String LOCAL = "local";

    private final List<StartupCheck> checks;

    ProductionGate(@All List<StartupCheck> checks) {
        this.checks = checks;
    }

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
