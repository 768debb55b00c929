package dev.muster.local.gateway;

import dev.muster.local.StackFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one address under which the other services reach a service of several replicas, standing where a cluster has its
 * Service: each new connection goes to a ready replica in turn, and stays there for as long as both ends keep it.
 */
public final class ServiceAddress implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 10;

    private final String service;
    private final Upstreams upstreams;
    private final NetClient client;
    private final NetServer server;

    private ServiceAddress(Vertx vertx, String service, Upstreams upstreams) {
        this.service = service;
        this.upstreams = upstreams;
        this.client = vertx.createNetClient();
        this.server = vertx.createNetServer().connectHandler(this::accept);
    }

    /** Starts to listen on 127.0.0.1; fails when the port is taken. */
    public static ServiceAddress start(Vertx vertx, int port, String service, Upstreams upstreams) {
        ServiceAddress address = new ServiceAddress(vertx, service, upstreams);
        try {
            address.server
                    .listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return address;
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure(
                    "the address of " + service + " cannot listen on port " + port + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        }
    }

    private void accept(NetSocket caller) {
        caller.pause();
        connect(upstreams.inTurn(service), 0)
                .onSuccess(replica -> join(caller, replica))
                .onFailure(failure -> caller.close());
    }

    private Future<NetSocket> connect(List<Integer> replicas, int attempt) {
        if (attempt >= replicas.size()) {
            return Future.failedFuture("no replica accepts connections");
        }
        return client.connect(replicas.get(attempt), "127.0.0.1").recover(failure -> connect(replicas, attempt + 1));
    }

    /** Whatever ends one side ends the other. */
    private static void join(NetSocket caller, NetSocket replica) {
        caller.pipeTo(replica).onComplete(sent -> replica.close());
        replica.pipeTo(caller).onComplete(answered -> caller.close());
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
