package dev.muster.kit.startup;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Tokens are issued by, and mails link to, an address that is reached over HTTPS from elsewhere. */
@ApplicationScoped
class PublicAddressCheck implements StartupCheck {

    static final String ISSUER = "muster.token.issuer";
    static final String PUBLIC_URL = "muster.public-url";

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private final Config config;

    PublicAddressCheck(Config config) {
        this.config = config;
    }

    @Override
    public List<UnsafeSetting> unsafeSettings() {
        List<UnsafeSetting> unsafe = new ArrayList<>();
        for (String key : List.of(ISSUER, PUBLIC_URL)) {
            config.getOptionalValue(key, String.class)
                    .flatMap(PublicAddressCheck::fault)
                    .ifPresent(fault -> unsafe.add(new UnsafeSetting(key, fault)));
        }
        return unsafe;
    }

    private static Optional<String> fault(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            return Optional.of("is not an address");
        }
        if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            return Optional.of("is not an https address");
        }
        return THIS_MACHINE.contains(uri.getHost())
                ? Optional.of("is an address of this machine only")
                : Optional.empty();
    }
}
