package dev.muster.local.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/** Says who the client is in the gateway's own words, and drops whatever a client claimed about itself. */
final class ForwardedHeaders {

    /** Headers that services or proxies take on trust; from outside they are lies. */
    private static final List<String> CLAIMS = List.of(
            "forwarded",
            "x-forwarded-",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "x-original-",
            "x-rewrite-",
            "x-http-method",
            "x-method-override",
            "x-muster-",
            "x-user",
            "x-auth-",
            "x-authenticated-",
            "x-remote-",
            "remote-user",
            "x-ssl-",
            "ssl-client-");

    private ForwardedHeaders() {}

    /** Rewrites the headers of a request on its way to a service. */
    static void apply(HttpServerRequest request, MultiMap headers) {
        headers.names().stream().filter(ForwardedHeaders::isClaim).toList().forEach(headers::remove);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", "http");
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
    }

    private static boolean isClaim(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return CLAIMS.stream().anyMatch(name::startsWith);
    }
}
