package dev.muster.identity.peer;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.kit.access.AccessConfig;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reference data as this service last heard it; at most a minute old while reference-data-service can be asked. */
@ApplicationScoped
public class ReferenceData {

    private static final Duration FRESH = Duration.ofSeconds(60);

    /** Countries and zones change with a release of reference-data-service. */
    private static final Duration FRESH_RELEASE = Duration.ofMinutes(10);

    /** About a kilobyte for each organization with the built-in groups. */
    private static final int MOST_ORGANIZATIONS = 10_000;

    private enum Only {
        ONE
    }

    private final Remembered<Long, List<GroupView>> groups;
    private final Remembered<Only, Map<Integer, String>> countries;
    private final Remembered<Only, Set<Integer>> timezones;
    private final AccessConfig access;

    ReferenceData(ReferenceDataCalls calls, AccessConfig access, Ticker ticker) {
        this.access = access;
        this.groups = new Remembered<>(calls::groups, FRESH, MOST_ORGANIZATIONS, ticker);
        this.countries = new Remembered<>(one -> calls.countries(), FRESH_RELEASE, 1, ticker);
        this.timezones = new Remembered<>(one -> calls.timezones(), FRESH_RELEASE, 1, ticker);
    }

    /** The group's name; empty for an unknown group, and when it was never heard and cannot be asked now. */
    public Uni<Optional<String>> groupName(OrgId orgId, long groupId) {
        return groups.get(orgId.value())
                .map(known -> known.stream()
                        .filter(group -> group.id() == groupId)
                        .map(GroupView::name)
                        .findFirst())
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    /** The permissions that mean something in the organization; {@code SERVICE_UNAVAILABLE} when they cannot be told. */
    public Uni<Set<String>> permissions(OrgId orgId) {
        return groups.get(orgId.value())
                .map(known -> Stream.concat(
                                known.stream().flatMap(group -> group.permissions().stream()),
                                Stream.of(access.operatorPermission()))
                        .collect(Collectors.toUnmodifiableSet()))
                .onFailure()
                .transform(ReferenceData::unavailable);
    }

    /** Whether there is such a country; {@code SERVICE_UNAVAILABLE} when that cannot be told. */
    public Uni<Boolean> isCountry(int id) {
        return countryCodes().map(codes -> codes.containsKey(id));
    }

    /** The ISO 3166-1 alpha-2 codes of all countries by id; {@code SERVICE_UNAVAILABLE} when they cannot be told. */
    public Uni<Map<Integer, String>> countryCodes() {
        return countries.get(Only.ONE).onFailure().transform(ReferenceData::unavailable);
    }

    /** Whether there is such a time zone; {@code SERVICE_UNAVAILABLE} when that cannot be told. */
    public Uni<Boolean> isTimezone(int id) {
        return timezones.get(Only.ONE).map(ids -> ids.contains(id)).onFailure().transform(ReferenceData::unavailable);
    }

    private static ProblemException unavailable(Throwable failure) {
        return ProblemException.unavailable("reference-data-service", failure);
    }
}
