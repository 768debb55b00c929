package dev.muster.identity.peer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks reference-data-service; a question has a deadline, is asked again once, and stops when nobody answers. */
@ApplicationScoped
@Timeout(value = 700, unit = ChronoUnit.MILLIS)
@Retry(maxRetries = 1, delay = 50, maxDuration = 1500)
@CircuitBreaker(requestVolumeThreshold = 10, delay = 1000)
class ReferenceDataCalls {

    private final ReferenceDataApi api;

    ReferenceDataCalls(@RestClient ReferenceDataApi api) {
        this.api = api;
    }

    Uni<List<GroupView>> groups(long orgId) {
        return api.groups(orgId);
    }

    Uni<Map<Integer, String>> countries() {
        return api.countries()
                .map(countries ->
                        countries.stream().collect(Collectors.toUnmodifiableMap(CountryView::id, CountryView::alpha2)));
    }

    Uni<Set<Integer>> timezones() {
        return api.timezones().map((Function<List<Integer>, Set<Integer>>) Set::copyOf);
    }
}
