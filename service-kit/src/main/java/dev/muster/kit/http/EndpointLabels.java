package dev.muster.kit.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps what a client chooses out of the labels of the HTTP metrics: the {@code uri} is the template of the endpoint that
 * took the request, or {@link #NO_ENDPOINT}. Otherwise refused paths, with the tickets in them, would be labels, and
 * anybody could use up the hundred that there may be, after which further endpoints are not measured.
 */
@Singleton
class EndpointLabels implements HttpServerMetricsTagsContributor {

    /** The label of what was refused before an endpoint was found. */
    static final String NO_ENDPOINT = "/UNKNOWN";

    private static final int BEFORE_THE_DOOR = 20_000;

    /** Where Quarkus REST leaves the template of the endpoint, and its metrics and traces look for it. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final String METER = "http.server.requests";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    /** Endpoints replace it by their template; it stays with what is refused or given up before one is found. */
    void label(@Observes Filters filters) {
        filters.register(
                request -> {
                    HttpServerRequestInternal received = (HttpServerRequestInternal) request.request();
                    received.context().putLocal(TEMPLATE, NO_ENDPOINT);
                    request.next();
                },
                BEFORE_THE_DOOR);
    }

    /** What fails before the first filter, such as a path that cannot be read, has no label yet. */
    @Override
    public Tags contribute(Context answered) {
        return answered.requestContextLocalData(TEMPLATE) == null ? Tags.of("uri", NO_ENDPOINT) : Tags.empty();
    }

    /** A method that HTTP does not have is whatever the client wrote; such requests are not measured. */
    @Produces
    @Singleton
    MeterFilter methodsOfHttp() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                boolean measured = !id.getName().equals(METER) || METHODS.contains(id.getTag("method"));
                return measured ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
            }
        };
    }
}
