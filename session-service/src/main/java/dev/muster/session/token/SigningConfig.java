package dev.muster.session.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tokens are signed. */
@ConfigMapping(prefix = "muster.signing")
public interface SigningConfig {

    /** The key that encrypts private signing keys in the database: base64 of 32 random bytes. */
    String keyEncryptionKey();

    /** A new signing key is made when the newest is older than this. */
    @WithDefault("P30D")
    Duration rotation();

    /** A new key is published for this long before it signs, so that every verifier knows it by then. */
    @WithDefault("PT10M")
    Duration publishAhead();
}
