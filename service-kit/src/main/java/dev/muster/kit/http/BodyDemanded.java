package dev.muster.kit.http;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Refuses a body that is empty or JSON {@code null} where a resource reads one, so that no resource meets null. */
@Provider
public class BodyDemanded implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw new ProblemException(Problem.MALFORMED_REQUEST, "A body is needed");
        }
        return body;
    }
}
