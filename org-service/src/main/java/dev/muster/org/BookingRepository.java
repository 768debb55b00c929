package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored bookings; each change and each question is one statement. */
@ApplicationScoped
public class BookingRepository implements PanacheRepositoryBase<BookingRow, Long> {

    /** The longest booking, as the table holds it: the index is read from so long before a window. */
    public static final Duration LONGEST = Duration.ofDays(92);

    /**
     * Of a booking that is new the version is 0; nothing is written for somebody who is no member. Whoever ends the
     * membership waits until the booking is committed, and so finds it.
     */
    private static final String PUT = """
            insert into bookings as present
                (org_id, external_id, user_id, starts_at, ends_at, title, version, created_at, updated_at)
            select org_id, ?1, user_id, ?2, ?3, nullif(?4, ''), 0, ?5, ?5
            from memberships where user_id = ?6 and org_id = ?7 and status = 'active' for share
            on conflict (org_id, external_id) do update set
                user_id = excluded.user_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                title = excluded.title, version = present.version + 1, updated_at = excluded.updated_at
            returning version
            """;

    /** Creates or replaces the booking; true when it is new, empty when the person is no member. */
    public Uni<Optional<Boolean>> put(OrgId orgId, UserId userId, Booking booking, Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery(PUT, Long.class)
                        .setParameter(1, booking.externalId())
                        .setParameter(2, booking.start())
                        .setParameter(3, booking.end())
                        .setParameter(4, booking.title() == null ? "" : booking.title())
                        .setParameter(5, now)
                        .setParameter(6, userId.value())
                        .setParameter(7, orgId.value())
                        .getResultList())
                .map(versions -> versions.stream().findFirst().map(version -> version == 0));
    }

    /** Whether there was such a booking. */
    public Uni<Boolean> delete(OrgId orgId, String externalId) {
        return delete("orgId = ?1 and externalId = ?2", orgId.value(), externalId)
                .map(rows -> rows == 1);
    }

    /** Forgets all that was booked for the person, in whatever organization. */
    public Uni<Long> deleteAllOf(UserId userId) {
        return delete("userId", userId.value());
    }

    /** What overlaps the time between the two instants, by start. */
    @WithSession
    public Uni<List<BookingRow>> overlapping(OrgId orgId, UserId userId, Instant from, Instant to) {
        return list(
                "userId = ?1 and orgId = ?2 and startsAt > ?3 and startsAt < ?4 and endsAt > ?5 order by startsAt, id",
                userId.value(),
                orgId.value(),
                from.minus(LONGEST).minusMillis(1),
                to,
                from);
    }
}
