package dev.muster.identity.peer;

import dev.muster.identity.peer.BookingApi.BookingView;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks org-service for bookings; what it does not answer in time is {@code SERVICE_UNAVAILABLE}. */
@ApplicationScoped
public class Bookings {

    private final BookingApi api;

    Bookings(@RestClient BookingApi api) {
        this.api = api;
    }

    /** The member's bookings that overlap the window, by start. */
    @Timeout(value = 700, unit = ChronoUnit.MILLIS)
    @Retry(maxRetries = 1, delay = 50, maxDuration = 1500)
    @CircuitBreaker(requestVolumeThreshold = 10, delay = 1000)
    @Fallback(fallbackMethod = "notFound")
    public Uni<List<Booking>> overlapping(OrgId orgId, UserId userId, Instant from, Instant to) {
        return api.overlapping(orgId.value(), userId.value(), from.toString(), to.toString())
                .map(views -> views.stream().map(Bookings::booking).toList());
    }

    Uni<List<Booking>> notFound(OrgId orgId, UserId userId, Instant from, Instant to, Throwable cause) {
        return Uni.createFrom().failure(PeerProblem.of("org-service", cause));
    }

    private static Booking booking(BookingView view) {
        return new Booking(view.externalId(), view.start(), view.end(), view.title());
    }
}
