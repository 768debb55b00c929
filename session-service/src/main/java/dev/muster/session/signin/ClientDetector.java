package dev.muster.session.signin;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua_parser.OS;
import ua_parser.Parser;
import ua_parser.UserAgent;

/** Reads the client's address and User-Agent. */
@ApplicationScoped
public class ClientDetector {

    /** Browsers stay below this; a longer one would only cost time in a thousand regular expressions. */
    private static final int LONGEST_USER_AGENT = 512;

    private static final String UNKNOWN = "Other";

    private final Parser parser;

    ClientDetector() {
        this.parser = new Parser();
    }

    /** Parsing takes up to milliseconds, so it happens on a worker thread; the answer comes back on the caller's. */
    Uni<Client> detect(RoutingContext request) {
        String ip = request.request().remoteAddress().hostAddress();
        String userAgent = request.request().getHeader("User-Agent");
        if (userAgent == null || userAgent.length() > LONGEST_USER_AGENT) {
            return Uni.createFrom().item(new Client(ip, null, null));
        }
        return Uni.createFrom()
                .item(() -> parse(ip, userAgent))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(MutinyHelper.executor(Vertx.currentContext()));
    }

    private Client parse(String ip, String text) {
        UserAgent browser = parser.parseUserAgent(text);
        OS system = parser.parseOS(text);
        String family = known(browser.family);
        String name = family == null || browser.major == null ? family : family + " " + browser.major;
        String device = Stream.of(family, systemName(known(system.family)))
                .filter(part -> part != null)
                .collect(Collectors.joining(" / "));
        return new Client(ip, name, device.isEmpty() ? null : device);
    }

    private static String known(String family) {
        return family == null || family.equals(UNKNOWN) ? null : family;
    }

    private static String systemName(String family) {
        return "Mac OS X".equals(family) ? "macOS" : family;
    }
}
