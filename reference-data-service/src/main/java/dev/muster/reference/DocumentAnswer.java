package dev.muster.reference;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;

/**
 * Answers with a document, or with 304 and no body when the client holds it already.
 *
 * <p>The entity tags are compared here and not by {@code Request.evaluatePreconditions}, which takes a weak tag for
 * another one; a proxy that compresses makes ours weak, and RFC 9110 (13.1.2) wants them to match.
 */
public final class DocumentAnswer {

    private static final String ANY = "*";
    private static final String WEAK = "W/";

    private DocumentAnswer() {}

    public static ResponseBuilder of(HttpHeaders request, Document document, CachePolicy policy) {
        boolean held = isHeld(request.getRequestHeader(HttpHeaders.IF_NONE_MATCH), document.entityTag());
        ResponseBuilder answer =
                held ? Response.notModified() : Response.ok(document.body(), MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.ETAG, document.entityTag())
                .header(HttpHeaders.CACHE_CONTROL, policy.cacheControl())
                .header(HttpHeaders.VARY, policy.vary());
    }

    /** Our tags have no comma in them, so one that is cut at a comma is another one's. */
    private static boolean isHeld(List<String> ifNoneMatch, String entityTag) {
        for (String line : ifNoneMatch) {
            for (String held : line.split(",", -1)) {
                String tag = held.strip();
                if (tag.equals(ANY) || tag.equals(entityTag) || tag.equals(WEAK + entityTag)) {
                    return true;
                }
            }
        }
        return false;
    }
}
