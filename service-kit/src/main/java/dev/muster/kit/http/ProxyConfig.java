package dev.muster.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Which proxies stand between the clients and this service. */
@ConfigMapping(prefix = "muster.proxy")
public interface ProxyConfig {

    /**
     * Addresses or networks (CIDR) of proxies that are believed. The client is the last address of {@code
     * X-Forwarded-For} that is not one of them; from anybody else the header is ignored.
     */
    @WithDefault("127.0.0.1,::1")
    List<String> trusted();
}
