package dev.muster.testkit.probe;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Keeps what the probe logs. */
@LoggingFilter(name = "kept")
public class LoggedProblems implements Filter {

    private static final PatternFormatter FORMATTER = new PatternFormatter("%s");
    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    static List<String> withTraceId(String traceId) {
        return LINES.stream().filter(line -> line.contains(traceId)).toList();
    }

    static List<String> containing(String text) {
        return LINES.stream().filter(line -> line.contains(text)).toList();
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        LINES.add(FORMATTER.format(line));
        return true;
    }
}
