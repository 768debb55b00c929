package dev.muster.identity.company;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the directory API accepts of a company's users. */
@ConfigMapping(prefix = "muster.directory")
public interface DirectoryConfig {

    /** Whether names may have letters of every script, apostrophes and hyphens, beside what {@code [a-zA-Z0-9_. ]} admits. */
    @WithDefault("false")
    boolean unicodeNames();
}
