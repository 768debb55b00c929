package dev.muster.session.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.muster.session.signin.Client.Browser;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import ua_parser.OS;
import ua_parser.Parser;
import ua_parser.UserAgent;

/** Reads User-Agent headers. */
@ApplicationScoped
class Browsers {

    private static final Logger LOG = Logger.getLogger(Browsers.class);

    /** Browsers stay below this; a longer one would only cost time in a thousand regular expressions. */
    private static final int LONGEST_USER_AGENT = 512;

    /** What most people use, at most half a kilobyte each. */
    private static final int REMEMBERED = 2_000;

    /** Longer parts are of programs that make their names up. */
    private static final int LONGEST_PART = 64;

    private static final String NOT_RECOGNIZED = "Other";

    private final Supplier<Parser> parser = new Once();
    private final Cache<String, Browser> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Compiles the parser's expressions, a third of a second, beside the start instead of in the first sign-in. */
    void prepare(@Observes StartupEvent started) {
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            try {
                of("warm-up");
            } catch (RuntimeException e) {
                LOG.error("User-Agent headers cannot be read, the sign-in history will not name browsers", e);
            }
        });
    }

    /** The browser if that takes no parsing, else null; safe on an event loop. */
    Browser ifKnown(String userAgent) {
        return isReadable(userAgent) ? known.getIfPresent(userAgent) : Browser.UNKNOWN;
    }

    /** The browser; parsing takes up to milliseconds, so this is for worker threads. */
    Browser of(String userAgent) {
        return isReadable(userAgent) ? known.get(userAgent, this::parse) : Browser.UNKNOWN;
    }

    private static boolean isReadable(String userAgent) {
        return userAgent != null && !userAgent.isBlank() && userAgent.length() <= LONGEST_USER_AGENT;
    }

    private Browser parse(String text) {
        UserAgent browser = parser.get().parseUserAgent(text);
        OS system = parser.get().parseOS(text);
        String family = recognized(browser.family);
        String name = family == null || browser.major == null ? family : family + " " + cut(browser.major);
        String device = Stream.of(family, systemName(recognized(system.family)))
                .filter(part -> part != null)
                .collect(Collectors.joining(" / "));
        return new Browser(name, device.isEmpty() ? null : device);
    }

    private static String recognized(String family) {
        return family == null || family.isBlank() || family.equals(NOT_RECOGNIZED) ? null : cut(family);
    }

    private static String cut(String part) {
        return part.length() <= LONGEST_PART ? part : part.substring(0, LONGEST_PART);
    }

    private static String systemName(String family) {
        return "Mac OS X".equals(family) ? "macOS" : family;
    }

    /** The parser, made at its first use. */
    private static final class Once implements Supplier<Parser> {

        private Parser made;

        @Override
        public synchronized Parser get() {
            if (made == null) {
                made = new Parser();
            }
            return made;
        }
    }
}
