package dev.muster.testkit.reactive;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/** Runs reactive code of the service under test as a request would, and waits for it. */
public final class Reactive {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Reactive() {}

    /** The result of the work, done on a Vert.x context of its own, where it may open a Hibernate session. */
    public static <T> T await(Supplier<Uni<T>> work) {
        Context root = Arc.container().instance(Vertx.class).get().getOrCreateContext();
        Context context = VertxContext.createNewDuplicatedContext(root);
        VertxContextSafetyToggle.setContextSafe(context, true);
        return Uni.createFrom()
                .voidItem()
                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                .chain(() -> work.get())
                .await()
                .atMost(DEADLINE);
    }
}
