package dev.muster.kit.problem;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** The value of {@code Allow} for a path whose method was wrong; Quarkus REST leaves it out. */
final class AllowedMethods {

    private AllowedMethods() {}

    static Optional<String> ofCurrentRequest() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null) {
            return Optional.empty();
        }
        RequestMapper<InitialMatch> classes =
                new RequestMapper<>(request.getDeployment().getClassMappers());
        RequestMatch<InitialMatch> match = classes.map(request.getPathWithoutPrefix());
        Set<String> methods = new TreeSet<>();
        while (match != null) {
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    addMatching(routing, match.remaining, methods);
                }
            }
            match = classes.continueMatching(request.getPathWithoutPrefix(), match);
        }
        return methods.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", methods));
    }

    private static void addMatching(ClassRoutingHandler routing, String remaining, Set<String> methods) {
        String path = remaining.isEmpty() ? "/" : remaining;
        for (Map.Entry<String, RequestMapper<RuntimeResource>> mapper :
                routing.getMappers().entrySet()) {
            if (mapper.getKey() != null && mapper.getValue().map(path) != null) {
                methods.add(mapper.getKey());
            }
        }
    }
}
