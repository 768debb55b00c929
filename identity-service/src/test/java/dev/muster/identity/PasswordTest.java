package dev.muster.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.text.Normalizer;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PasswordTest {

    private static final String TYPED = "Blåbærsyltetøy på brødskive ñ";

    @Test
    @DisplayName("R10 NFC and NFD of one string are one password")
    void composedAndDecomposedAreOnePassword() {
        Password composed = new Password(Normalizer.normalize(TYPED, Normalizer.Form.NFC));
        Password decomposed = new Password(Normalizer.normalize(TYPED, Normalizer.Form.NFD));

        assertThat(decomposed.bytes()).isEqualTo(composed.bytes());
        assertThat(decomposed.length()).isEqualTo(composed.length());
    }

    @Test
    @DisplayName("R10 a character is a code point, however many units it takes")
    void lengthCountsCodePoints() {
        assertThat(new Password("🛩🛩🛩").length()).isEqualTo(3);
        assertThat(new Password("e\u0301").length()).isEqualTo(1);
    }

    @Test
    void textThatIsTooLongInAnyCompositionIsLeftAsItIsAtOnce() {
        String typed = "a" + "\u0301\u0323".repeat(30_000);

        Password password = assertTimeoutPreemptively(Duration.ofSeconds(1), () -> new Password(typed));

        assertThat(password.text()).isEqualTo(typed);
        assertThat(new Password("e\u0301".repeat(128)).length()).isEqualTo(128);
    }

    @Test
    @DisplayName("R31 a password is never printed")
    void aPasswordIsNeverPrinted() {
        assertThat(new Password("hunter2 hunter2")).hasToString("Password[hidden]");
    }
}
