package dev.muster.kit.startup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Trusting every proxy lets every client choose the address that throttling and the history see; so does trusting half of
 * all addresses. The widest networks that one owner has are 10.0.0.0/8 and a provider's IPv6 block of 16 bits.
 */
@ApplicationScoped
class ProxyCheck implements StartupCheck {

    static final String TRUSTED = "muster.proxy.trusted";

    private static final Pattern NETWORK = Pattern.compile("([^,/\\s]+)\\s*/\\s*0*(\\d{1,3})");
    private static final int WIDEST_IPV4 = 8;
    private static final int WIDEST_IPV6 = 16;

    private final Config config;

    ProxyCheck(Config config) {
        this.config = config;
    }

    @Override
    public List<UnsafeSetting> unsafeSettings() {
        return config.getOptionalValue(TRUSTED, String.class).stream()
                .flatMap(networks -> NETWORK.matcher(networks).results())
                .filter(ProxyCheck::isTooWide)
                .map(network -> new UnsafeSetting(TRUSTED, "trusts a network that is wider than /8, or /16 of IPv6"))
                .toList();
    }

    private static boolean isTooWide(MatchResult network) {
        boolean isIpv6 = network.group(1).indexOf(':') >= 0;
        return Integer.parseInt(network.group(2)) < (isIpv6 ? WIDEST_IPV6 : WIDEST_IPV4);
    }
}
