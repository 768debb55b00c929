package dev.muster.org.departure;

import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.problem.Problem;
import dev.muster.org.Announced;
import dev.muster.org.Announcements;
import dev.muster.org.BookingRepository;
import dev.muster.org.ChangedMeanwhile;
import dev.muster.org.ErasedPeople;
import dev.muster.org.MembershipRepository;
import dev.muster.org.MembershipRow;
import dev.muster.org.OrganizationRepository;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Ends all memberships of a person who is deleted, and organizations without others; forgets their bookings and what
 * organizations knew of them as staff, in memberships that had ended before too.
 */
@ApplicationScoped
public class EndMemberships {

    private static final int TRIES_AGAIN = 3;

    private final MembershipRepository memberships;
    private final OrganizationRepository organizations;
    private final LastOwners lastOwners;
    private final BookingRepository bookings;
    private final ErasedPeople erasedPeople;
    private final Announcements announcements;
    private final Clock clock;

    EndMemberships(
            MembershipRepository memberships,
            OrganizationRepository organizations,
            LastOwners lastOwners,
            BookingRepository bookings,
            ErasedPeople erasedPeople,
            Announcements announcements,
            Clock clock) {
        this.memberships = memberships;
        this.organizations = organizations;
        this.lastOwners = lastOwners;
        this.bookings = bookings;
        this.erasedPeople = erasedPeople;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * All or none; ending what has ended succeeds. Unless it is forced, the last owner of an organization that has
     * other members stays, {@link Problem#LAST_OWNER}. Waits a little until open sessions have followed. Of somebody
     * whose account is deleted already all that was founded meanwhile ends too, and nothing is founded any more.
     */
    Uni<Void> end(UserId userId, boolean force, boolean deleted) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(() -> memberships
                        .lockPerson(userId)
                        .chain(() -> deleted
                                ? erasedPeople.add(userId)
                                : Uni.createFrom().voidItem())
                        .chain(() -> memberships.organizationsOf(userId))
                        .chain(orgIds -> leaveAll(orgIds, userId, force))
                        .call(() -> memberships.eraseEnded(userId))
                        .call(() -> bookings.deleteAllOf(userId))))
                .onFailure(ChangedMeanwhile::isCauseOf)
                .retry()
                .atMost(TRIES_AGAIN)
                .chain(announcements::await);
    }

    /** Under the locks of all the organizations nobody else comes, goes or stops to be an owner. */
    private Uni<List<OutboxId>> leaveAll(List<Long> orgIds, UserId userId, boolean force) {
        if (orgIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return organizations
                .lockAll(orgIds)
                .chain(() -> memberships.openOf(userId, orgIds))
                .call(own -> force ? Uni.createFrom().voidItem() : lastOwners.requireOthers(userId, own))
                .invoke(own -> endAll(own))
                .call(own -> closeDeserted(userId, orgIds))
                .chain(this::announce);
    }

    private void endAll(List<MembershipRow> own) {
        Instant now = clock.instant();
        own.forEach(membership -> membership.erase(now));
    }

    private Uni<Integer> closeDeserted(UserId userId, List<Long> orgIds) {
        return memberships.withOthers(userId, orgIds).chain(inhabited -> {
            List<Long> deserted =
                    orgIds.stream().filter(id -> !inhabited.contains(id)).toList();
            return deserted.isEmpty() ? Uni.createFrom().item(0) : organizations.closeAll(deserted, clock.instant());
        });
    }

    private Uni<List<OutboxId>> announce(List<MembershipRow> ended) {
        return Multi.createFrom()
                .iterable(ended)
                .onItem()
                .transformToUniAndConcatenate(announcements::ofMembership)
                .onItem()
                .transformToIterable(Announced::news)
                .collect()
                .asList();
    }
}
