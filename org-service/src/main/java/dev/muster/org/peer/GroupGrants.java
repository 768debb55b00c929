package dev.muster.org.peer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.ProblemException;
import dev.muster.kit.reactive.CallerContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * What groups grant, asked of reference-data-service now and then; never guessed. However many need an organization's
 * groups at once, it is asked once, and after a failure not again for a moment.
 */
@ApplicationScoped
public class GroupGrants {

    private static final Logger LOG = Logger.getLogger(GroupGrants.class);

    private final GroupSource source;
    private final GroupGrantsConfig config;
    private final Ticker ticker;
    private final Cache<OrgId, Known> known;
    private final Cache<OrgId, Failed> failed;
    private final ConcurrentHashMap<OrgId, Uni<Groups>> underway = new ConcurrentHashMap<>();

    /**
     * What is known of an organization's groups.
     *
     * @param askedAt the tick at which the question was asked that this answers
     */
    private record Known(Groups groups, long askedAt) {}

    /** That a question failed, and at which tick. */
    private record Failed(Throwable failure, long failedAt) {}

    GroupGrants(GroupSource source, GroupGrantsConfig config, Ticker ticker) {
        this.source = source;
        this.config = config;
        this.ticker = ticker;
        this.known = Caffeine.newBuilder().maximumSize(config.cacheSize()).build();
        this.failed = Caffeine.newBuilder().maximumSize(config.cacheSize()).build();
    }

    /** The organization's groups with what they grant; fails with {@code SERVICE_UNAVAILABLE} when unknown. */
    public Uni<Groups> of(OrgId orgId) {
        Optional<Known> present = Optional.ofNullable(known.getIfPresent(orgId));
        return present.filter(it -> isWithin(config.freshness(), it.askedAt()))
                .map(fresh -> Uni.createFrom().item(fresh.groups()))
                .orElseGet(() -> ask(orgId).onFailure().recoverWithUni(failure -> lastKnown(orgId, present, failure)));
    }

    private boolean isWithin(Duration limit, long tick) {
        return ticker.read() - tick <= limit.toNanos();
    }

    private Uni<Groups> ask(OrgId orgId) {
        return Optional.ofNullable(failed.getIfPresent(orgId))
                .filter(it -> isWithin(config.pause(), it.failedAt()))
                .map(justNow -> Uni.createFrom().<Groups>failure(justNow.failure()))
                .orElseGet(() -> askOnce(orgId));
    }

    /** Callers that ask for the same organization at the same time share the call, and each goes on where it was. */
    private Uni<Groups> askOnce(OrgId orgId) {
        return underway.computeIfAbsent(orgId, this::call).emitOn(CallerContext.current());
    }

    private Uni<Groups> call(OrgId orgId) {
        long askedAt = ticker.read();
        return Uni.createFrom()
                .deferred(() -> source.find(
                        orgId, Optional.ofNullable(known.getIfPresent(orgId)).map(Known::groups)))
                .invoke(groups -> known.put(orgId, new Known(groups, askedAt)))
                .onFailure()
                .invoke(failure -> failed.put(orgId, new Failed(failure, ticker.read())))
                .onTermination()
                .invoke(() -> underway.remove(orgId))
                .memoize()
                .indefinitely();
    }

    private Uni<Groups> lastKnown(OrgId orgId, Optional<Known> present, Throwable failure) {
        return present.filter(it -> isWithin(config.trust(), it.askedAt()))
                .map(trusted -> {
                    LOG.warnf(
                            "Groups may be out of date, reference-data-service is away, orgId=%s: %s", orgId, failure);
                    return Uni.createFrom().item(trusted.groups());
                })
                .orElseGet(() ->
                        Uni.createFrom().failure(ProblemException.unavailable("reference-data-service", failure)));
    }
}
