package dev.muster.identity.peer;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.kit.id.OrgId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Organizations as this service last heard of them. */
@ApplicationScoped
public class Organizations {

    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private final Remembered<Long, String> names;

    Organizations(OrganizationCalls calls, Ticker ticker) {
        this.names = new Remembered<>(id -> calls.find(id).map(OrganizationView::name), FRESH, MOST, ticker);
    }

    /** The organization's name; empty when org-service does not tell it. */
    public Uni<Optional<String>> name(OrgId id) {
        return names.get(id.value()).map(Optional::ofNullable).onFailure().recoverWithItem(Optional.empty());
    }
}
