package dev.muster.session.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The short tokens of {@code /api/v1/auth} and how they are renewed. */
@ConfigMapping(prefix = "muster.auth")
public interface AuthConfig {

    /** An access token ends after this time, or with its session. */
    @WithDefault("PT5M")
    Duration accessToken();

    /** A refresh token that was replaced is still answered for this time; shown later it closes its session. */
    @WithDefault("PT10S")
    Duration refreshOverlap();

    /** The session of a client that signs in with {@code "remember_me": false} ends after this time at the latest. */
    @WithDefault("P1D")
    Duration unremembered();
}
