package dev.muster.identity.creation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What new people are unless whoever makes them says otherwise. */
@ConfigMapping(prefix = "muster.users")
public interface UserCreationConfig {

    /** The group of somebody whom a company takes in; of the built-in ones Student grants nothing. */
    @WithDefault("120")
    long defaultGroup();
}
