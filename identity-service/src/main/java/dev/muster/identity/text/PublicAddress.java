package dev.muster.identity.text;

import dev.muster.kit.id.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Builds the links that mails carry. */
@ApplicationScoped
public class PublicAddress {

    private final URI url;

    PublicAddress(PublicAddressConfig config) {
        this.url = config.baseUrl();
    }

    public String host() {
        return url.getHost();
    }

    /** A link to the page of this name for whoever holds the secret. */
    public String page(String name, UserId userId, String secret) {
        String base = url.toString();
        String withoutSlash = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return withoutSlash + "/pages/" + name + "/" + userId + "/" + secret;
    }
}
