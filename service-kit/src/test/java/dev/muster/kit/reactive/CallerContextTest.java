package dev.muster.kit.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallerContextTest {

    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() throws Exception {
        elsewhere.shutdown();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void callersOfTheSameWorkGoOnEachInTheContextOfTheirOwnRequest() throws Exception {
        Context eventLoop = vertx.getOrCreateContext();
        Context one = VertxContext.createNewDuplicatedContext(eventLoop);
        Context other = VertxContext.createNewDuplicatedContext(eventLoop);
        CompletableFuture<String> work = new CompletableFuture<>();

        CompletableFuture<Context> oneWentOn = goOnAfter(work, one);
        CompletableFuture<Context> otherWentOn = goOnAfter(work, other);
        elsewhere.execute(() -> work.complete("done"));

        assertThat(oneWentOn.get(10, TimeUnit.SECONDS)).isSameAs(one);
        assertThat(otherWentOn.get(10, TimeUnit.SECONDS)).isSameAs(other);
    }

    @Test
    void outsideOfVertxWorkGoesOnWhereItWasDone() {
        AtomicReference<Thread> wentOn = new AtomicReference<>();

        Uni.createFrom()
                .item("done")
                .emitOn(CallerContext.current())
                .subscribe()
                .with(done -> wentOn.set(Thread.currentThread()));

        assertThat(wentOn).hasValue(Thread.currentThread());
    }

    /** Where the caller finds itself after the work that it asked for in its context. */
    private static CompletableFuture<Context> goOnAfter(CompletableFuture<String> work, Context caller) {
        CompletableFuture<Context> wentOn = new CompletableFuture<>();
        caller.runOnContext(ignored -> Uni.createFrom()
                .completionStage(work)
                .emitOn(CallerContext.current())
                .subscribe()
                .with(done -> wentOn.complete(Vertx.currentContext()), wentOn::completeExceptionally));
        return wentOn;
    }
}
