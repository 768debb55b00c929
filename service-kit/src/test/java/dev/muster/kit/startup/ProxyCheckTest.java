package dev.muster.kit.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R49 trusting every proxy is refused")
class ProxyCheckTest {

    private static ProxyCheck check(String trusted) {
        return new ProxyCheck(Settings.of(Map.of(ProxyCheck.TRUSTED, trusted)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0", "10.0.0.0/8,0.0.0.0/0", "0.0.0.0/00 , 10.0.0.1"})
    void everyAddressIsTooMany(String trusted) {
        assertThat(check(trusted).unsafeSettings())
                .extracting(UnsafeSetting::key)
                .containsExactly(ProxyCheck.TRUSTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"128.0.0.0/1", "10.0.0.1, 96.0.0.0/3", "10.0.0.0/7", "8000::/1", "2001::/15"})
    void aLargePartOfAllAddressesIsTooMany(String trusted) {
        assertThat(check(trusted).unsafeSettings())
                .extracting(UnsafeSetting::key)
                .containsExactly(ProxyCheck.TRUSTED);
    }

    @Test
    void eachOfTheTwoHalvesOfAllAddressesIsTooMany() {
        assertThat(check("0.0.0.0/1,128.0.0.0/1").unsafeSettings()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "2600::/16", "127.0.0.1", "2001:db8::/32,10.42.0.0/16"})
    void namedNetworksPass(String trusted) {
        assertThat(check(trusted).unsafeSettings()).isEmpty();
    }

    @Test
    void trustingNobodyPasses() {
        assertThat(new ProxyCheck(Settings.of(Map.of())).unsafeSettings()).isEmpty();
    }
}
