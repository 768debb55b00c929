package dev.muster.identity.text;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the links in mails lead. */
@ConfigMapping(prefix = "muster.links")
public interface PublicAddressConfig {

    /** What every link starts with: the address of the ingress, {@code muster.public-url} unless set apart. */
    URI baseUrl();
}
