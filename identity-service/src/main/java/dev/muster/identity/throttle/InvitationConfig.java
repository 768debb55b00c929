package dev.muster.identity.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often organizations may write to somebody who has not agreed to anything yet. */
@ConfigMapping(prefix = "muster.invitations")
public interface InvitationConfig {

    /**
     * Invitations and activations mailed to one address within the window, whoever asks for them; more are 429. An import's
     * mails are not counted.
     */
    @WithDefault("10")
    int addressLimit();

    /** The time over which they are counted, from the first one. */
    @WithDefault("PT1H")
    Duration window();
}
