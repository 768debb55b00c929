package dev.muster.kit.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver that is down or silent until the test says otherwise; its rows have far more tries than others. */
@ApplicationScoped
class PatientHandler implements OutboxHandler {

    static final String KIND = "patient";

    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger delivered = new AtomicInteger();
    private volatile boolean down;
    private volatile boolean silent;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        tries.incrementAndGet();
        if (silent) {
            return Uni.createFrom().nothing();
        }
        if (down) {
            return Uni.createFrom().failure(new IllegalStateException("the receiver is down"));
        }
        delivered.incrementAndGet();
        return Uni.createFrom().voidItem();
    }

    void goDown() {
        down = true;
    }

    void fallSilent() {
        silent = true;
    }

    void comeUp() {
        down = false;
        silent = false;
    }

    int tries() {
        return tries.get();
    }

    int delivered() {
        return delivered.get();
    }
}
