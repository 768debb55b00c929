package dev.muster.kit.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Tells the address of a client behind proxies. The header is read from its end: a proxy appends what it saw, so all
 * that stands before the first address that is not a trusted proxy's may be made up by the client.
 */
@ApplicationScoped
public class ClientAddresses {

    private static final String HEADER = "X-Forwarded-For";
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private final List<IpSubnetFilterRule> trusted;

    ClientAddresses(ProxyConfig config) {
        this.trusted = config.trusted().stream().map(ClientAddresses::rule).toList();
    }

    private static IpSubnetFilterRule rule(String network) {
        int slash = network.indexOf('/');
        String address = slash < 0 ? network : network.substring(0, slash);
        int widest = address.indexOf(':') < 0 ? IPV4_BITS : IPV6_BITS;
        try {
            int bits = slash < 0 ? widest : Integer.parseInt(network.substring(slash + 1));
            return new IpSubnetFilterRule(parse(address), bits, IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("muster.proxy.trusted: " + network + " is no address and no network", e);
        }
    }

    /** The client's address as a literal. */
    public String of(HttpServerRequest request) {
        return of(request.remoteAddress().hostAddress(), request.headers().getAll(HEADER));
    }

    String of(String remote, List<String> headers) {
        return headers.isEmpty() || !isTrusted(remote) ? remote : lastUntrusted(String.join(",", headers), remote);
    }

    private String lastUntrusted(String forwarded, String remote) {
        String[] hops = forwarded.split(",", -1);
        String client = remote;
        for (int i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
            String hop = literal(hops[i].trim());
            if (hop == null) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    private boolean isTrusted(String address) {
        InetSocketAddress socket = new InetSocketAddress(parse(address), 0);
        return trusted.stream().anyMatch(rule -> rule.matches(socket));
    }

    /** The hop without port and brackets, or null for what is not an address. */
    private static String literal(String hop) {
        String address = hop;
        if (hop.startsWith("[") && hop.indexOf(']') > 0) {
            address = hop.substring(1, hop.indexOf(']'));
        } else if (hop.indexOf(':') >= 0 && hop.indexOf(':') == hop.lastIndexOf(':')) {
            address = hop.substring(0, hop.indexOf(':'));
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null ? null : NetUtil.bytesToIpAddress(bytes);
    }

    /** Never asks a name server: what is not a literal is an {@link IllegalArgumentException}. */
    public static InetAddress parse(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            throw new IllegalArgumentException("not an address");
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
