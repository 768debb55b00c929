package dev.muster.kit.startup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Keys must be random and each used for one purpose. */
@ApplicationScoped
class KeysCheck implements StartupCheck {

    static final String SERVICE_TOKEN = "muster.service-token.secret";
    static final String PREVIOUS_SERVICE_TOKEN = "muster.service-token.previous-secret";
    static final String KEY_ENCRYPTION = "muster.signing.key-encryption-key";
    static final String IDENTITY = "muster.identity.secret-key";

    private final Config config;

    KeysCheck(Config config) {
        this.config = config;
    }

    @Override
    public List<UnsafeSetting> unsafeSettings() {
        List<UnsafeSetting> unsafe = new ArrayList<>();
        for (String key : List.of(SERVICE_TOKEN, PREVIOUS_SERVICE_TOKEN, KEY_ENCRYPTION, IDENTITY)) {
            value(key).flatMap(RandomKey::fault).ifPresent(fault -> unsafe.add(new UnsafeSetting(key, fault)));
        }
        for (String key : List.of(KEY_ENCRYPTION, IDENTITY)) {
            if (value(key).isPresent() && value(key).equals(value(SERVICE_TOKEN))) {
                unsafe.add(new UnsafeSetting(key, "is the same as " + SERVICE_TOKEN));
            }
        }
        return unsafe;
    }

    private Optional<String> value(String key) {
        return config.getOptionalValue(key, String.class);
    }
}
