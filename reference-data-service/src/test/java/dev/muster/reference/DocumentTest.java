package dev.muster.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentTest {

    @Test
    void theSameBytesHaveTheSameTag() {
        assertThat(tagOf("{\"1\":\"Spain\"}")).isEqualTo(tagOf("{\"1\":\"Spain\"}"));
    }

    @Test
    void otherBytesHaveAnotherTag() {
        assertThat(tagOf("{\"1\":\"Spain\"}")).isNotEqualTo(tagOf("{\"1\": \"Spain\"}"));
    }

    @Test
    void theTagIsStrongAndPlain() {
        assertThat(tagOf("[]")).matches("\"[A-Za-z0-9_-]{22}\"");
    }

    private static String tagOf(String body) {
        return Document.of(body.getBytes(UTF_8)).entityTag();
    }
}
