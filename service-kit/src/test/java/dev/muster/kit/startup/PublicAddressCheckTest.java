package dev.muster.kit.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R49 addresses without HTTPS are refused")
class PublicAddressCheckTest {

    private static PublicAddressCheck check(String issuer, String publicUrl) {
        return new PublicAddressCheck(Settings.of(Map.of(
                PublicAddressCheck.ISSUER, issuer,
                PublicAddressCheck.PUBLIC_URL, publicUrl)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://muster.example",
                "muster.example",
                "https:muster.example",
                "ftp://muster.example",
                "https://a b",
                "https://localhost:8443",
                "https://127.0.0.1",
                "https://[::1]"
            })
    void anAddressThatIsNotHttpsFromElsewhereIsRefused(String address) {
        assertThat(check(address, address).unsafeSettings())
                .extracting(UnsafeSetting::key)
                .containsExactly("muster.token.issuer", "muster.public-url");
    }

    @Test
    void anHttpsAddressPasses() {
        assertThat(check("https://muster.example", "https://muster.example/").unsafeSettings())
                .isEmpty();
    }
}
