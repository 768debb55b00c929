package dev.muster.kit.reactive;

import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/**
 * Leads work that was done elsewhere back to the request that waits for it: its database session and its request scope
 * belong to the Vert.x context that it started on.
 */
public final class CallerContext {

    private CallerContext() {}

    /** Runs on the context of whoever calls this now; where there is none, on the thread that did the work. */
    public static Executor current() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : MutinyHelper.executor(context);
    }
}
