package dev.muster.kit.startup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Mail must leave the service: the mock of development only writes it, tickets included, to the log. */
@ApplicationScoped
class MailCheck implements StartupCheck {

    static final String MOCK = "quarkus.mailer.mock";

    private final Config config;

    MailCheck(Config config) {
        this.config = config;
    }

    @Override
    public List<UnsafeSetting> unsafeSettings() {
        return config.getOptionalValue(MOCK, Boolean.class).orElse(false)
                ? List.of(new UnsafeSetting(MOCK, "sends no mail and logs it"))
                : List.of();
    }
}
