package dev.muster.local.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One event loop of the gateway: looks at the path, then streams request and answer through. */
final class GatewayVerticle extends AbstractVerticle {

    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int CLIENT_IDLE_SECONDS = 75;
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int CONNECTIONS_PER_REPLICA = 256;

    private final int port;
    private final RoutingTable table;
    private final Upstreams upstreams;
    private final Duration patience;
    private HttpProxy proxy;

    GatewayVerticle(int port, RoutingTable table, Upstreams upstreams, Duration patience) {
        this.port = port;
        this.table = table;
        this.upstreams = upstreams;
        this.patience = patience;
    }

    @Override
    public void start(Promise<Void> started) {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS).setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_REPLICA));
        Forwarding forwarding = new Forwarding(table, upstreams, patience);
        proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(forwarding)
                .addInterceptor(forwarding);
        vertx.createHttpServer(options())
                .requestHandler(this::handle)
                .invalidRequestHandler(GatewayVerticle::refuseUnreadable)
                .listen(port, "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setHandle100ContinueAutomatically(true)
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout(CLIENT_IDLE_SECONDS)
                .setTcpNoDelay(true);
    }

    private void handle(HttpServerRequest request) {
        if (isUnknownCoding(request)) {
            GatewayProblem.MALFORMED_REQUEST.answer(request);
            return;
        }
        PathGuard.decode(request.uri().startsWith("/") ? request.path() : null)
                .ifPresentOrElse(path -> route(request, path), () -> GatewayProblem.INVALID_PATH.answer(request));
    }

    private void route(HttpServerRequest request, String path) {
        if (table.serviceFor(path).isPresent()) {
            proxy.handle(request);
        } else {
            GatewayProblem.NOT_FOUND.answer(request);
        }
    }

    /** A transfer coding that only one side understands is how requests are smuggled past a proxy. */
    private static boolean isUnknownCoding(HttpServerRequest request) {
        String coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        return coding != null && !coding.equalsIgnoreCase("chunked");
    }

    private static void refuseUnreadable(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        boolean tooLarge = cause != null && cause.getClass().getSimpleName().startsWith("TooLongHttpHeader");
        (tooLarge ? GatewayProblem.HEADERS_TOO_LARGE : GatewayProblem.MALFORMED_REQUEST).answer(request);
        request.connection().close();
    }
}
