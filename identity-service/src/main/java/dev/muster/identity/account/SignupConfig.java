package dev.muster.identity.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Who may make accounts through {@code POST /users}. */
@ConfigMapping(prefix = "muster.signup")
public interface SignupConfig {

    /** {@code open}: anybody; {@code invited}: administrators of an organization; {@code closed}: platform operators. */
    @WithParentName
    @WithDefault("invited")
    Mode mode();

    /** Who may sign others up, or themselves. */
    enum Mode {
        OPEN,
        INVITED,
        CLOSED
    }
}
