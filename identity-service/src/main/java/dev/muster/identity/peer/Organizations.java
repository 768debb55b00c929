package dev.muster.identity.peer;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Organizations as this service last heard of them. */
@ApplicationScoped
public class Organizations {

    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private final Memberships memberships;
    private final Remembered<Long, Optional<String>> names;

    Organizations(OrganizationCalls calls, Memberships memberships, Ticker ticker) {
        this.memberships = memberships;
        this.names = new Remembered<>(calls::name, FRESH, MOST, ticker);
    }

    /** The organization's name; empty when org-service does not tell it. */
    public Uni<Optional<String>> name(OrgId id) {
        return names.get(id.value()).onFailure().recoverWithItem(Optional.empty());
    }

    /** The name of the organization where the person's sign-in starts; empty when org-service does not tell it. */
    public Uni<Optional<String>> nameOfStart(UserId userId) {
        return memberships
                .findDefault(userId)
                .map(found -> found.map(DefaultAccount::organizationName))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }
}
