package dev.muster.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.function.Supplier;

/** What every answer with an entity tag promises. */
public final class Conditional {

    private static final String STRONG_TAG = "\"[A-Za-z0-9_-]{22}\"";

    private Conditional() {}

    /**
     * Checks strong tags, 304, HEAD and the headers that caches need. The supplier gives a fresh signed-in request;
     * {@code vary} is null where the header must be absent.
     */
    public static void check(Supplier<RequestSpecification> request, String path, String cacheControl, String vary) {
        String tag = tagOf(request, path);
        assertThat(tag).matches(STRONG_TAG);
        for (String held : new String[] {tag, "\"other\", " + tag, "W/" + tag, "*"}) {
            request.get()
                    .header("If-None-Match", held)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Cache-Control", cacheControl)
                    .header("Vary", equalTo(vary))
                    .body(emptyString());
        }
        for (String other : new String[] {"\"other\"", "W/\"other\"", "nonsense", ""}) {
            request.get()
                    .header("If-None-Match", other)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", tag)
                    .header("Cache-Control", cacheControl)
                    .header("Vary", equalTo(vary));
        }
        checkHead(request, path, tag);
    }

    private static void checkHead(Supplier<RequestSpecification> request, String path, String tag) {
        request.get()
                .head(path)
                .then()
                .statusCode(200)
                .header("ETag", tag)
                .contentType(ContentType.JSON)
                .body(emptyString());
        request.get()
                .header("If-None-Match", tag)
                .head(path)
                .then()
                .statusCode(304)
                .header("ETag", tag);
    }

    private static String tagOf(Supplier<RequestSpecification> request, String path) {
        return request.get().get(path).then().statusCode(200).extract().header("ETag");
    }
}
