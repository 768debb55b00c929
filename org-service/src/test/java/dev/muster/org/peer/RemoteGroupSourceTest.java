package dev.muster.org.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.id.OrgId;
import dev.muster.org.FakeReferenceData;
import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.reactive.Reactive;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OrgTest
class RemoteGroupSourceTest {

    private final FakeReferenceData referenceData = PeersTestResource.referenceData();

    @Inject
    RemoteGroupSource source;

    @Inject
    OrgFixtures fixtures;

    @Test
    void groupsAreReadWithWhatTheyGrant() {
        OrgId orgId = new OrgId(fixtures.organization("Acme"));
        referenceData.addGroup(orgId.value(), 1001, "members.read", "bookings.read");

        Groups groups = find(orgId, Optional.empty());

        assertThat(groups.permissionsOf(1001)).containsExactlyInAnyOrder("members.read", "bookings.read");
        assertThat(groups.permissionsOf(110)).isEmpty();
        assertThat(groups.entityTag()).isNotBlank();
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        OrgId orgId = new OrgId(fixtures.organization("Acme"));
        Groups held = find(orgId, Optional.empty());
        int sent = referenceData.sent();

        Groups confirmed = find(orgId, Optional.of(held));

        assertThat(confirmed).isSameAs(held);
        assertThat(referenceData.sent()).isEqualTo(sent);
    }

    @Test
    void whatHasChangedIsSentAgain() {
        OrgId orgId = new OrgId(fixtures.organization("Acme"));
        Groups held = find(orgId, Optional.empty());
        referenceData.addGroup(orgId.value(), 1001, "members.read");

        Groups changed = find(orgId, Optional.of(held));

        assertThat(changed.permissionsOf(1001)).containsExactly("members.read");
    }

    private Groups find(OrgId orgId, Optional<Groups> held) {
        return Reactive.await(() -> source.find(orgId, held));
    }
}
