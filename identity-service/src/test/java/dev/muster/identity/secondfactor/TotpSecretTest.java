package dev.muster.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {

    /** RFC 6238, appendix B: the secret of its SHA-1 rows; its codes have eight digits, of which six are the last. */
    private static final TotpSecret RFC =
            new TotpSecret(Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    @DisplayName("R20 codes are those of RFC 6238")
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(RFC.codeAt(seconds / 30)).isEqualTo(code);
        assertThat(RFC.stepOf(code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @Test
    @DisplayName("R20 one step of skew is accepted and no more")
    void oneStepOfSkewIsAccepted() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = now.getEpochSecond() / 30;

        assertThat(RFC.stepOf(RFC.codeAt(step - 1), now)).hasValue(step - 1);
        assertThat(RFC.stepOf(RFC.codeAt(step + 1), now)).hasValue(step + 1);
        assertThat(RFC.stepOf(RFC.codeAt(step - 2), now)).isEmpty();
        assertThat(RFC.stepOf(RFC.codeAt(step + 2), now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheStandard(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
        assertThat(new String(Base32.decode(encoded), StandardCharsets.US_ASCII))
                .isEqualTo(text);
    }

    @Test
    void whatIsNotBase32IsRefused() {
        assertThatThrownBy(() -> Base32.decode("MZX1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("R31 a secret is never printed")
    void aSecretIsNeverPrinted() {
        assertThat(RFC).hasToString("TotpSecret[hidden]");
    }

    @Test
    void theUriSaysWhatAnAppNeeds() {
        assertThat(new TotpSecret("ABC").uri("a+b@people.example"))
                .isEqualTo("otpauth://totp/Muster:a%2Bb%40people.example?secret=ABC&issuer=Muster"
                        + "&algorithm=SHA1&digits=6&period=30");
    }
}
