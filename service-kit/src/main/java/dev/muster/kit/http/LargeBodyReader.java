package dev.muster.kit.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Counts a {@link LargeBody} of unknown length while its resource reads it. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class LargeBodyReader implements ReaderInterceptor {

    private static final String LIMIT = LargeBodyReader.class.getName();

    private final CurrentVertxRequest current;

    LargeBodyReader(CurrentVertxRequest current) {
        this.current = current;
    }

    /** From now on the request's body may have so many bytes. */
    static void limit(RoutingContext request, long bytes) {
        request.put(LIMIT, bytes);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Long limit = current.getCurrent().get(LIMIT);
        if (limit != null) {
            context.setInputStream(new LimitedStream(context.getInputStream(), limit));
        }
        return context.proceed();
    }
}
