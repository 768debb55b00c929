package dev.muster.kit.startup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** The password of the service's database role must not be one that can be guessed. */
@ApplicationScoped
class DatabasePasswordCheck implements StartupCheck {

    static final String PASSWORD = "muster.database.password";
    static final String USERNAME = "muster.database.username";

    private static final int SHORTEST = 16;
    private static final int FEWEST_DIFFERENT_CHARACTERS = 8;
    private static final Set<String> DEFAULTS = Set.of("postgres", "password", "changeme", "secret", "muster", "admin");

    private final Config config;

    DatabasePasswordCheck(Config config) {
        this.config = config;
    }

    @Override
    public List<UnsafeSetting> unsafeSettings() {
        return config.getOptionalValue(PASSWORD, String.class).flatMap(this::fault).stream()
                .map(fault -> new UnsafeSetting(PASSWORD, fault))
                .toList();
    }

    private Optional<String> fault(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        Optional<String> user = config.getOptionalValue(USERNAME, String.class);
        if (DEFAULTS.contains(lower)) {
            return Optional.of("is a well-known default");
        }
        if (user.isPresent() && lower.contains(user.get().toLowerCase(Locale.ROOT))) {
            return Optional.of("contains the name of its role");
        }
        if (password.length() < SHORTEST) {
            return Optional.of("is shorter than " + SHORTEST + " characters");
        }
        if (password.chars().distinct().count() < FEWEST_DIFFERENT_CHARACTERS) {
            return Optional.of("repeats few characters");
        }
        return Optional.empty();
    }
}
