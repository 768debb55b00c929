package dev.muster.kit.startup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Trusting every proxy lets every client choose the address that throttling and the history see. */
@ApplicationScoped
class ProxyCheck implements StartupCheck {

    static final String TRUSTED = "muster.proxy.trusted";

    private static final Pattern EVERYBODY = Pattern.compile("/0+(?![0-9])");

    private final Config config;

    ProxyCheck(Config config) {
        this.config = config;
    }

    @Override
    public List<UnsafeSetting> unsafeSettings() {
        return config.getOptionalValue(TRUSTED, String.class)
                .filter(networks -> EVERYBODY.matcher(networks).find())
                .map(networks -> List.of(new UnsafeSetting(TRUSTED, "trusts every address")))
                .orElse(List.of());
    }
}
