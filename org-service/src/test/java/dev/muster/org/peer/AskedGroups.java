package dev.muster.org.peer;

import dev.muster.kit.id.OrgId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often groups are asked for when no answer stays fresh; the Administrator group is the only one. */
public final class AskedGroups {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile Runnable beforeAnswering = () -> {};

    /** Grants that ask anew every time. */
    public GroupGrants grants() {
        return new GroupGrants(new Source(), new GrantsConfig(Duration.ofNanos(-1)), System::nanoTime);
    }

    /** Runs, and may wait, before every answer. */
    public void beforeAnswering(Runnable event) {
        beforeAnswering = event;
    }

    public int asked() {
        return asked.get();
    }

    private final class Source implements GroupSource {

        @Override
        public Uni<Groups> find(OrgId orgId, Optional<Groups> held) {
            asked.incrementAndGet();
            return Uni.createFrom()
                    .voidItem()
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(() -> beforeAnswering.run())
                    .map(done -> new Groups(Map.of(100L, Set.of("admin")), null));
        }
    }
}
