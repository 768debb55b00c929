package dev.muster.local.gateway;

import dev.muster.local.StackFailure;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one door of the local stack, standing where a cluster has its ingress controller; listens on 127.0.0.1. */
public final class Gateway implements AutoCloseable {

    /** How long a service may say nothing, as common ingress controllers have it; event streams send heartbeats. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int TIMEOUT_SECONDS = 10;

    private final Vertx vertx;
    private final String deployment;

    private Gateway(Vertx vertx, String deployment) {
        this.vertx = vertx;
        this.deployment = deployment;
    }

    /** Starts to listen; fails when the port is taken. */
    public static Gateway start(Vertx vertx, int port, RoutingTable table, Upstreams upstreams) {
        return start(vertx, port, table, upstreams, PATIENCE);
    }

    static Gateway start(Vertx vertx, int port, RoutingTable table, Upstreams upstreams, Duration patience) {
        int loops = Math.min(4, Runtime.getRuntime().availableProcessors());
        try {
            String deployment = vertx.deployVerticle(
                            () -> new GatewayVerticle(port, table, upstreams, patience),
                            new DeploymentOptions().setInstances(loops))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return new Gateway(vertx, deployment);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure("the gateway cannot listen on port " + port + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        }
    }

    @Override
    public void close() {
        vertx.undeploy(deployment);
    }
}
