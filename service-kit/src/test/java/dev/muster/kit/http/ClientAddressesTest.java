package dev.muster.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

    private final ClientAddresses behindTwoProxies = trusting("10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3 | 198.51.100.4 | 198.51.100.4",
                "10.1.2.3 | 198.51.100.4, 10.9.9.9 | 198.51.100.4",
                "10.1.2.3 | 198.51.100.4, 192.0.2.7, 10.9.9.9 | 198.51.100.4",
                "10.1.2.3 | 203.0.113.9, 198.51.100.4, 10.9.9.9 | 198.51.100.4",
                "10.1.2.3 | 198.51.100.4:51034 | 198.51.100.4",
                "10.1.2.3 | 2001:db8:2::5 | 2001:db8:2::5",
                "10.1.2.3 | [2001:db8:2::5]:443 | 2001:db8:2::5",
                "2001:db8:1::9 | 198.51.100.4 | 198.51.100.4",
                "10.1.2.3 | 10.4.4.4 | 10.4.4.4",
                "10.1.2.3 | '' | 10.1.2.3",
                "10.1.2.3 | unknown | 10.1.2.3",
                "10.1.2.3 | evil.example, 10.9.9.9 | 10.9.9.9",
                "10.1.2.3 | 198.51.100.4, not-an-address | 10.1.2.3",
            })
    @DisplayName("R07 behind trusted proxies the client is the last address that is not a proxy's")
    void theClientIsTheLastAddressThatIsNoProxys(String remote, String header, String client) {
        assertThat(behindTwoProxies.of(remote, List.of(header))).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.1", "192.0.2.8", "11.0.0.1", "2001:db8:2::1"})
    @DisplayName("R07 nobody else's X-Forwarded-For counts")
    void anUntrustedPeerIsTheClientWhateverItSays(String remote) {
        assertThat(behindTwoProxies.of(remote, List.of("198.51.100.4"))).isEqualTo(remote);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(behindTwoProxies.of("10.1.2.3", List.of("198.51.100.4", "10.9.9.9")))
                .isEqualTo("198.51.100.4");
    }

    @Test
    void withoutTheHeaderThePeerIsTheClient() {
        assertThat(behindTwoProxies.of("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", ""})
    void whatIsNoNetworkIsRefusedNamingTheSetting(String network) {
        assertThatThrownBy(() -> trusting(network)).hasMessageContaining("muster.proxy.trusted");
    }

    private static ClientAddresses trusting(String... networks) {
        return new ClientAddresses(() -> List.of(networks));
    }
}
