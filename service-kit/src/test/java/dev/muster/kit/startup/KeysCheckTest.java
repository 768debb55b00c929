package dev.muster.kit.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R49 weak keys are refused")
class KeysCheckTest {

    private static List<UnsafeSetting> unsafe(Map<String, String> settings) {
        return new KeysCheck(Settings.of(settings)).unsafeSettings();
    }

    @Test
    void thousandsOfRandomKeysPass() {
        assertThat(Stream.generate(Settings::randomKey).limit(10_000))
                .allSatisfy(key ->
                        assertThat(unsafe(Map.of(KeysCheck.SERVICE_TOKEN, key))).isEmpty());
    }

    @Test
    void aServiceWithoutTheSettingPasses() {
        assertThat(unsafe(Map.of())).isEmpty();
    }

    @Test
    void theSecretsOfTheTestsAreRefused() {
        assertThat(unsafe(Map.of(
                        KeysCheck.SERVICE_TOKEN, Settings.key("thirty-two bytes, known to tests"),
                        KeysCheck.KEY_ENCRYPTION, Settings.key("another thirty-two bytes to test"),
                        KeysCheck.IDENTITY, Settings.key("thirty-two bytes, only for tests"))))
                .extracting(UnsafeSetting::key)
                .containsExactly(KeysCheck.SERVICE_TOKEN, KeysCheck.KEY_ENCRYPTION, KeysCheck.IDENTITY);
    }

    @Test
    void aShortKeyIsRefused() {
        assertThat(unsafe(Map.of(KeysCheck.SERVICE_TOKEN, "c2hvcnQ=")))
                .singleElement()
                .hasToString("muster.service-token.secret holds fewer than 32 bytes");
    }

    @Test
    void aPreviousKeyIsHeldToTheSameRule() {
        assertThat(unsafe(Map.of(KeysCheck.PREVIOUS_SERVICE_TOKEN, "c2hvcnQ="))).hasSize(1);
    }

    @Test
    void zerosAreRefused() {
        assertThat(unsafe(Map.of(KeysCheck.KEY_ENCRYPTION, "A".repeat(43) + "=")))
                .singleElement()
                .extracting(UnsafeSetting::reason)
                .isEqualTo("repeats few bytes and is not random");
    }

    @Test
    void whatIsNotBase64IsRefusedWithoutBeingQuoted() {
        assertThat(unsafe(Map.of(KeysCheck.SERVICE_TOKEN, "hunter2 is my secret")))
                .singleElement()
                .hasToString("muster.service-token.secret is not base64");
    }

    @Test
    void oneKeyForTwoPurposesIsRefused() {
        String key = Settings.randomKey();

        assertThat(unsafe(Map.of(KeysCheck.SERVICE_TOKEN, key, KeysCheck.KEY_ENCRYPTION, key)))
                .extracting(UnsafeSetting::key)
                .containsExactly(KeysCheck.KEY_ENCRYPTION);
    }
}
