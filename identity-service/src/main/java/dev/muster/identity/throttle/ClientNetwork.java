package dev.muster.identity.throttle;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * The network that a caller is counted by: one IPv4 address, or the 64 bits of an IPv6 address that one customer gets.
 *
 * @param key {@code 192.0.2.1/32}, {@code 2001:db8:1:2::/64}
 */
public record ClientNetwork(String key) {

    /** Callers whose address is not known are counted together. */
    public static final ClientNetwork UNKNOWN = new ClientNetwork("unknown");

    private static final int HOST_PART = 8;

    /** The network of an address in text; empty for what is no address. Names are never looked up. */
    public static Optional<ClientNetwork> of(String address) {
        return Optional.ofNullable(address)
                .map(NetUtil::createInetAddressFromIpAddressString)
                .map(ClientNetwork::of);
    }

    private static ClientNetwork of(InetAddress address) {
        if (address instanceof Inet6Address) {
            byte[] bytes = address.getAddress();
            if (isMappedIpv4(bytes)) {
                return ipv4(bytes, 12);
            }
            Arrays.fill(bytes, HOST_PART, bytes.length, (byte) 0);
            return new ClientNetwork(NetUtil.bytesToIpAddress(bytes) + "/64");
        }
        return ipv4(((Inet4Address) address).getAddress(), 0);
    }

    private static ClientNetwork ipv4(byte[] bytes, int offset) {
        return new ClientNetwork(NetUtil.bytesToIpAddress(bytes, offset, 4) + "/32");
    }

    /** RFC 4291, 2.5.5.2: 80 zero bits, 16 one bits, then the IPv4 address. */
    private static boolean isMappedIpv4(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
    }
}
