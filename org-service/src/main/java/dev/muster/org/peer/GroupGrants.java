package dev.muster.org.peer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What groups grant, asked of reference-data-service now and then; never guessed. */
@ApplicationScoped
public class GroupGrants {

    private static final Logger LOG = Logger.getLogger(GroupGrants.class);

    private final GroupSource source;
    private final GroupGrantsConfig config;
    private final Ticker ticker;
    private final Cache<OrgId, Known> known;

    /**
     * What is known of an organization's groups.
     *
     * @param askedAt the tick at which the question was asked that this answers
     */
    private record Known(Groups groups, long askedAt) {}

    GroupGrants(GroupSource source, GroupGrantsConfig config, Ticker ticker) {
        this.source = source;
        this.config = config;
        this.ticker = ticker;
        this.known = Caffeine.newBuilder().maximumSize(config.cacheSize()).build();
    }

    /** The organization's groups with what they grant; fails with {@code SERVICE_UNAVAILABLE} when unknown. */
    public Uni<Groups> of(OrgId orgId) {
        Optional<Known> present = Optional.ofNullable(known.getIfPresent(orgId));
        return present.filter(it -> isWithin(config.freshness(), it))
                .map(fresh -> Uni.createFrom().item(fresh.groups()))
                .orElseGet(() -> ask(orgId, present));
    }

    private boolean isWithin(Duration limit, Known present) {
        return ticker.read() - present.askedAt() <= limit.toNanos();
    }

    private Uni<Groups> ask(OrgId orgId, Optional<Known> present) {
        long askedAt = ticker.read();
        return source.find(orgId, present.map(Known::groups))
                .invoke(groups -> known.put(orgId, new Known(groups, askedAt)))
                .onFailure()
                .recoverWithUni(failure -> lastKnown(orgId, present, failure));
    }

    private Uni<Groups> lastKnown(OrgId orgId, Optional<Known> present, Throwable failure) {
        return present.filter(it -> isWithin(config.trust(), it))
                .map(trusted -> {
                    LOG.warnf(
                            "Groups may be out of date, reference-data-service is away, orgId=%s: %s", orgId, failure);
                    return Uni.createFrom().item(trusted.groups());
                })
                .orElseGet(() ->
                        Uni.createFrom().failure(ProblemException.unavailable("reference-data-service", failure)));
    }
}
