package dev.muster.local.gateway;

import dev.muster.local.service.ServiceInstance;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;

/** Asks replicas all the time whether they are ready, as a cluster's probes do, and tells who sends requests to them. */
public final class ReadinessWatch implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final HttpClient client;
    private final List<Long> timers;

    private ReadinessWatch(Vertx vertx, List<ServiceInstance> replicas, Upstreams upstreams) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
        this.timers = replicas.stream()
                .map(replica -> vertx.setPeriodic(0, PERIOD.toMillis(), timer -> ask(replica)))
                .toList();
    }

    /** Begins to ask. */
    public static ReadinessWatch start(Vertx vertx, List<ServiceInstance> replicas, Upstreams upstreams) {
        return new ReadinessWatch(vertx, replicas, upstreams);
    }

    private void ask(ServiceInstance replica) {
        client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost("127.0.0.1")
                        .setPort(replica.managementPort())
                        .setURI("/q/health/ready")
                        .setTimeout(DEADLINE.toMillis()))
                .compose(request -> request.send().map(HttpClientResponse::statusCode))
                .otherwise(0)
                .onSuccess(status -> upstreams.setReady(replica.port(), status == OK));
    }

    @Override
    public void close() {
        timers.forEach(vertx::cancelTimer);
        client.close();
    }
}
