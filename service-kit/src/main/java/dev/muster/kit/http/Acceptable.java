package dev.muster.kit.http;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Refuses a request whose answer the client would not accept, before anything is done. Where methods share a path and
 * differ by what they read, nothing else compares {@code Accept} until the answer is written.
 */
@Provider
public class Acceptable implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> accepted = request.getHeaders().get(HttpHeaders.ACCEPT);
        RuntimeResource target = targetOf(request);
        if (accepted == null || target == null || target.getProduces() == null) {
            return;
        }
        if (accepted.stream().noneMatch(types -> serves(target, types))) {
            throw new ProblemException(Problem.NOT_ACCEPTABLE);
        }
    }

    private static boolean serves(RuntimeResource target, String types) {
        try {
            return target.getProduces().negotiateProduces(types, null).getValue() != null;
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.MALFORMED_REQUEST, "Accept names no media type");
        }
    }

    private static RuntimeResource targetOf(ContainerRequestContext request) {
        return ((ResteasyReactiveRequestContext)
                        ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext())
                .getTarget();
    }
}
