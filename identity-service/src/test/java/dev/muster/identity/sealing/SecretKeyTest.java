package dev.muster.identity.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecretKeyTest {

    private static final String ONE = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER =
            Base64.getEncoder().encodeToString("another key of thirty-two bytes.".getBytes(StandardCharsets.US_ASCII));

    private final SecretKey key = new SecretKey(() -> ONE);

    @Test
    void whatIsSealedOpensForTheSamePurpose() {
        assertThat(key.open("a mail", key.seal("a mail", "geheim ✈"))).isEqualTo("geheim ✈");
    }

    @Test
    @DisplayName("R30 a sealed text opens for no other purpose")
    void aSealedTextOpensForNoOtherPurpose() {
        String sealed = key.seal("user 1", "secret");

        assertThatThrownBy(() -> key.open("user 2", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("R30 a sealed text opens with no other key")
    void aSealedTextOpensWithNoOtherKey() {
        String sealed = key.seal("user 1", "secret");

        assertThatThrownBy(() -> new SecretKey(() -> OTHER).open("user 1", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("muster.identity.secret-key");
    }

    @Test
    void noTwoSealedTextsAreAlike() {
        assertThat(key.seal("p", "t")).isNotEqualTo(key.seal("p", "t")).doesNotContain("t=");
    }

    @Test
    void aHashDependsOnTextPurposeAndKey() {
        byte[] hash = key.hash("p", "123456");

        assertThat(key.hash("p", "123456")).isEqualTo(hash);
        assertThat(key.hash("p", "123457")).isNotEqualTo(hash);
        assertThat(key.hash("q", "123456")).isNotEqualTo(hash);
        assertThat(new SecretKey(() -> OTHER).hash("p", "123456")).isNotEqualTo(hash);
    }

    @Test
    @DisplayName("R49 a key of another length is refused by name")
    void aKeyOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new SecretKey(() -> "c2hvcnQ="))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("muster.identity.secret-key");
    }
}
