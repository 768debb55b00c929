package dev.muster.kit.service;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the four services prove to each other who they are. */
@ConfigMapping(prefix = "muster.service-token")
public interface ServiceTokenConfig {

    /** The secret that signs service tokens, base64 of at least 32 random bytes, the same for all services. */
    String secret();

    /** The secret before the present one; its tokens are accepted while the services are restarted one by one. */
    Optional<String> previousSecret();
}
