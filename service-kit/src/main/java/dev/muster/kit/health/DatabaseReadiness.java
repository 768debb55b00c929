package dev.muster.kit.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers in time. Stands in for Quarkus' own checks, which wait for a database that
 * hangs as long as it hangs, on a thread each, and keep a JDBC connection that only migrations need.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements AsyncHealthCheck {

    /** Less than a probe waits (timeoutSeconds). */
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    /** A question so old may be on a connection that is dead and does not know it. */
    private static final Duration LOST = Duration.ofSeconds(5);

    private final Pool pool;
    private Uni<Void> question;
    private long askedAt;

    public DatabaseReadiness(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return answer().ifNoItem()
                .after(DEADLINE)
                .fail()
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false)
                .map(answered ->
                        HealthCheckResponse.named("database").status(answered).build());
    }

    /** Probes that come while a question is under way wait for the same answer, so that none fills the pool. */
    private synchronized Uni<Void> answer() {
        long now = System.nanoTime();
        if (question == null || now - askedAt > LOST.toNanos()) {
            askedAt = now;
            question = pool.query("SELECT 1")
                    .execute()
                    .replaceWithVoid()
                    .onTermination()
                    .invoke(this::answered)
                    .memoize()
                    .indefinitely();
        }
        return question;
    }

    private synchronized void answered() {
        question = null;
    }
}
