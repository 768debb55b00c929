package dev.muster.identity.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which passwords are taken. Lengths count Unicode code points after normalisation (NFC). */
@ConfigMapping(prefix = "muster.password.policy")
public interface PolicyConfig {

    /** The shortest password of a person who signs in with it alone: NIST SP 800-63B-4, 3.1.1.2. */
    @WithDefault("15")
    int shortest();

    /** The shortest password of a person who also has a second factor: the same place. */
    @WithDefault("8")
    int shortestWithSecondFactor();

    /** The longest password; a longer one is refused and never cut. */
    @WithDefault("128")
    int longest();
}
