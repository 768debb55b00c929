package dev.muster.kit.problem;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.UUID;

/** The id under which an answer is found in logs and traces. */
final class TraceId {

    private TraceId() {}

    /** The trace of the current request, or a fresh id when nothing traces it: 32 hexadecimal digits either way. */
    static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : UUID.randomUUID().toString().replace("-", "");
    }
}
