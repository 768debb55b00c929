package dev.muster.identity.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many wrong passwords are taken before further attempts are refused. */
@ConfigMapping(prefix = "muster.signin.throttle")
public interface ThrottleConfig {

    /** Wrong passwords for one e-mail address within the window; reaching it refuses the address for one window. */
    @WithDefault("10")
    int accountLimit();

    /**
     * Wrong passwords and requests for another password from one network (an IPv4 address, the first 64 bits of an IPv6
     * address) within the window.
     */
    @WithDefault("100")
    int networkLimit();

    /** The time over which wrong passwords are counted, and for which attempts are refused afterwards. */
    @WithDefault("PT15M")
    Duration window();
}
