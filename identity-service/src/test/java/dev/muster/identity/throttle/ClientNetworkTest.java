package dev.muster.identity.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {

    @ParameterizedTest
    @DisplayName("R04 an IPv4 address is a network, an IPv6 network has 64 bits")
    @CsvSource({
        "192.0.2.1, 192.0.2.1/32",
        "::ffff:192.0.2.1, 192.0.2.1/32",
        "::ffff:c000:201, 192.0.2.1/32",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::, 2001:db8:1:2::/64",
        "2001:0DB8:0001:0002:ffff:ffff:ffff:ffff, 2001:db8:1:2::/64",
        "::1, ::/64"
    })
    void oneCustomerIsOneNetwork(String address, String key) {
        assertThat(ClientNetwork.of(address)).contains(new ClientNetwork(key));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "localhost", "example.com", "256.0.0.1", "1.2.3", "2001:db8::1::2", "192.0.2.1:80"})
    void whatIsNoAddressIsNoNetwork(String address) {
        assertThat(ClientNetwork.of(address)).isEmpty();
    }
}
