package dev.muster.kit.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Ends every connection with its next answer, which says so, from the moment on at which the service is about to stop
 * ({@code quarkus.shutdown.delay}). A kept connection would otherwise carry its next request into a process that no
 * longer takes any, however long ago the replica left its Service.
 */
@Singleton
class Farewell {

    private static final int FIRST_OF_ALL = 20_000;

    private volatile boolean leaving;

    void leave(@Observes ShutdownDelayInitiatedEvent stopping) {
        leaving = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::say, FIRST_OF_ALL);
    }

    /** Looks when the answer begins and when it ends: a request, and a stream yet more, outlasts the moment of leaving. */
    void say(RoutingContext request) {
        request.addHeadersEndHandler(begun -> {
            if (leaving) {
                request.response().putHeader(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            }
        });
        request.addEndHandler(sent -> {
            if (leaving) {
                request.request().connection().close();
            }
        });
        request.next();
    }
}
