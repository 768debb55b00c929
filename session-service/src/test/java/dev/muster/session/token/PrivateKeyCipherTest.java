package dev.muster.session.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.session.support.PeersTestResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyCipherTest {

    private static final byte[] KEY = "a private key".getBytes(StandardCharsets.US_ASCII);
    private static final String SETTING = "muster.signing.key-encryption-key";

    private final PrivateKeyCipher cipher = cipher(PeersTestResource.secret("another thirty-two bytes to test"));

    @Test
    void whatWasEncryptedIsReadAgain() {
        assertThat(cipher.decrypt("one", cipher.encrypt("one", KEY))).isEqualTo(KEY);
    }

    @Test
    void theSameKeyLooksDifferentEachTime() {
        assertThat(cipher.encrypt("one", KEY)).isNotEqualTo(cipher.encrypt("one", KEY));
    }

    @Test
    void aKeyIsBoundToItsId() {
        String stored = cipher.encrypt("one", KEY);

        assertThatThrownBy(() -> cipher.decrypt("two", stored)).hasMessageContaining(SETTING);
    }

    @Test
    void anAlteredByteIsNoticedWhereverItIs() {
        byte[] stored = Base64.getDecoder().decode(cipher.encrypt("one", KEY));
        for (int i = 0; i < stored.length; i++) {
            byte[] altered = stored.clone();
            altered[i] ^= 1;
            String text = Base64.getEncoder().encodeToString(altered);

            assertThatThrownBy(() -> cipher.decrypt("one", text)).hasMessageContaining(SETTING);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2hvcnQ=",
                "not base64 at all!",
                "YSBrZXkgb2YgbW9yZSB0aGFuIHRoaXJ0eS10d28gYnl0ZXMgaXMgd3Jvbmc="
            })
    void aKeyOfTheWrongFormIsRefusedNamingTheSetting(String secret) {
        assertThatThrownBy(() -> cipher(secret))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(SETTING);
    }

    private static PrivateKeyCipher cipher(String secret) {
        return new PrivateKeyCipher(new SigningConfig() {
            @Override
            public String keyEncryptionKey() {
                return secret;
            }

            @Override
            public Duration rotation() {
                return Duration.ofDays(30);
            }

            @Override
            public Duration publishAhead() {
                return Duration.ofMinutes(10);
            }
        });
    }
}
