package dev.muster.local.stack;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at which ports of 127.0.0.1 nobody listens on. */
public final class FreePorts {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private FreePorts() {}

    /** As many different free ports; they are held until all are found, so none is named twice. */
    public static List<Integer> find(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(listenOn(0));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new StackFailure("no free port: " + e.getMessage(), e);
        } finally {
            held.forEach(FreePorts::close);
        }
    }

    /** Fails with the first port of the plan that is taken, and says what it is needed for. */
    public static void require(PortPlan plan) {
        taken(plan).ifPresent(claim -> {
            throw new StackFailure("port " + claim.port() + " is taken; " + claim.purpose()
                    + " needs it. Choose other ports with --port, or let --port 0 find free ones");
        });
    }

    private static Optional<PortPlan.Claim> taken(PortPlan plan) {
        return plan.claims().stream().filter(claim -> isTaken(claim.port())).findFirst();
    }

    /** Whether something listens on the port already. */
    static boolean isTaken(int port) {
        try (ServerSocket socket = listenOn(port)) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private static ServerSocket listenOn(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(port != 0);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new StackFailure("cannot release a port: " + e.getMessage(), e);
        }
    }
}
