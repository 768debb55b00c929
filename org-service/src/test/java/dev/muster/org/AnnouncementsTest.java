package dev.muster.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.Outbox;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.testkit.reactive.Reactive;
import dev.muster.testkit.time.Eventually;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long an answer waits for those who must hear of a change. */
@OrgTest
class AnnouncementsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    OrgFixtures fixtures;

    @Inject
    Outbox outbox;

    private long org;
    private long member;

    @BeforeEach
    void aMember() {
        org = fixtures.organization("Acme");
        member = fixtures.viewer(org);
    }

    @AfterEach
    void thePeersComeBack() {
        PeersTestResource.moves().comeBack();
        PeersTestResource.identity().comeBack();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("R46 an answer waits for a silent service for as long as is configured, and the news follow later")
    void aSilentServiceDelaysAnAnswerByThePatienceAtMost(boolean silentSessions) {
        Announcements hurried = new Announcements(outbox, () -> Duration.ofMillis(100));
        (silentSessions ? PeersTestResource.moves() : PeersTestResource.identity()).fallSilent();
        List<OutboxId> news = announced(hurried);

        assertTimeoutPreemptively(LIMIT, () -> Reactive.await(() -> hurried.await(news)));

        assertThat(silentSessions ? sessionsHaveHeard() : identityHasHeard()).isFalse();
        PeersTestResource.moves().comeBack();
        PeersTestResource.identity().comeBack();
        Eventually.holds("both have heard", () -> sessionsHaveHeard() && identityHasHeard());
    }

    @Test
    void anAnswerWaitsUntilBothHaveHeard() {
        Announcements patient = new Announcements(outbox, () -> LIMIT);
        List<OutboxId> news = announced(patient);

        Reactive.await(() -> patient.await(news));

        assertThat(sessionsHaveHeard()).isTrue();
        assertThat(identityHasHeard()).isTrue();
    }

    private List<OutboxId> announced(Announcements announcements) {
        return Reactive.await(
                () -> Panache.withTransaction(() -> announcements.ofMembership(new UserId(member), new OrgId(org))));
    }

    private boolean sessionsHaveHeard() {
        return !PeersTestResource.moves().pushesOf(member).isEmpty();
    }

    private boolean identityHasHeard() {
        return !PeersTestResource.identity().copiesOf(member).isEmpty();
    }
}
