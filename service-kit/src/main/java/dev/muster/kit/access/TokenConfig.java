package dev.muster.kit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a token must say to be accepted. */
@ConfigMapping(prefix = "muster.token")
public interface TokenConfig {

    /** The {@code iss} claim: the public address of the deployment. HTTPS in production. */
    String issuer();

    /** The {@code aud} claim. */
    @WithDefault("muster")
    String audience();
}
