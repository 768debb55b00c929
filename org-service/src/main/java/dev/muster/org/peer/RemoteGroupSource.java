package dev.muster.org.peer;

import dev.muster.kit.id.OrgId;
import dev.muster.org.peer.RemoteGroupApi.GroupView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Asks reference-data-service; what has not changed is not sent again. */
@ApplicationScoped
class RemoteGroupSource implements GroupSource {

    private static final int NOT_MODIFIED = 304;

    private final RemoteGroupApi api;

    RemoteGroupSource(@RestClient RemoteGroupApi api) {
        this.api = api;
    }

    @Override
    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 50, maxDuration = 2, durationUnit = ChronoUnit.SECONDS)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 1, delayUnit = ChronoUnit.SECONDS)
    public Uni<Groups> find(OrgId orgId, Optional<Groups> held) {
        String entityTag = held.map(Groups::entityTag).orElse(null);
        return api.groups(orgId.value(), entityTag)
                .map(answer -> answer.getStatus() == NOT_MODIFIED ? held.orElseThrow() : read(answer));
    }

    private static Groups read(RestResponse<List<GroupView>> answer) {
        return new Groups(
                answer.getEntity().stream()
                        .collect(Collectors.toUnmodifiableMap(GroupView::id, GroupView::permissions)),
                answer.getHeaderString(HttpHeaders.ETAG));
    }
}
