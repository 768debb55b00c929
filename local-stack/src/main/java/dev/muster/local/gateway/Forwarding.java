package dev.muster.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Sends a request to a replica of its service. A replica that does not accept the connection is passed over for the
 * next; a connection that breaks before any answer is tried once more when repeating cannot do harm.
 */
final class Forwarding implements ProxyInterceptor, OriginRequestProvider {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final Set<HttpMethod> REPEATABLE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

    private final RoutingTable table;
    private final Upstreams upstreams;
    private final Duration patience;

    Forwarding(RoutingTable table, Upstreams upstreams, Duration patience) {
        this.table = table;
        this.upstreams = upstreams;
        this.patience = patience;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HttpServerRequest received = request.proxiedRequest();
        ForwardedHeaders.apply(received, request.headers());
        request.headers().remove(HttpHeaders.EXPECT);
        boolean bodyless = !hasBody(received);
        if (bodyless) {
            request.setBody(null);
            received.resume();
        }
        return context.sendRequest()
                .recover(failure -> bodyless && REPEATABLE.contains(received.method()) && isBroken(failure)
                        ? context.sendRequest()
                        : Future.failedFuture(failure))
                .recover(failure -> Future.succeededFuture(unavailable(request, received)));
    }

    /** The proxy would announce a body of unknown length, for which clients wait. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        if (WITHOUT_BODY.contains(response.getStatusCode())) {
            response.getBody().stream().resume();
            response.setBody(null);
        }
        return context.sendResponse();
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        String service = PathGuard.decode(context.request().proxiedRequest().path())
                .flatMap(table::serviceFor)
                .orElseThrow();
        return connect(context, upstreams.inTurn(service), 0);
    }

    private Future<HttpClientRequest> connect(ProxyContext context, List<Integer> replicas, int attempt) {
        if (attempt >= replicas.size()) {
            return Future.failedFuture("no replica accepts connections");
        }
        RequestOptions options = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(replicas.get(attempt))
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setIdleTimeout(patience.toMillis());
        return context.client()
                .request(options)
                .map(request ->
                        request.authority(context.request().proxiedRequest().authority()))
                .recover(failure -> connect(context, replicas, attempt + 1));
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !"0".equals(length));
    }

    private static boolean isBroken(Throwable failure) {
        return failure instanceof HttpClosedException || failure instanceof SocketException;
    }

    private static ProxyResponse unavailable(ProxyRequest request, HttpServerRequest received) {
        GatewayProblem problem = GatewayProblem.SERVICE_UNAVAILABLE;
        return request.release()
                .response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, GatewayProblem.MEDIA_TYPE)
                .putHeader(HttpHeaders.RETRY_AFTER, GatewayProblem.RETRY_AFTER_SECONDS)
                .setBody(Body.body(problem.body(received)));
    }
}
