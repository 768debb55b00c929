package dev.muster.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R25 uses of sessions are reported in batches")
class SessionUsesTest {

    private final MovableTime time = new MovableTime();
    private final FakeSource source = new FakeSource();
    private final SessionUses uses = new SessionUses(source, Limits.SMALL, time);

    @Test
    void manyUsesOfASessionAreOneLineWithTheLastTime() {
        Instant first = time.instant();
        for (int second = 0; second < 10; second++) {
            uses.record(session("a"));
            time.pass(Duration.ofSeconds(1));
        }

        report();

        assertThat(source.reports()).hasSize(1);
        assertThat(source.reports().get(0))
                .containsExactly(new SessionUse(new UserId(7), new SessionId("a"), first.plusSeconds(9)));
    }

    @Test
    void whatWasReportedIsNotReportedAgain() {
        uses.record(session("a"));
        report();

        report();

        assertThat(source.reports()).hasSize(1);
    }

    @Test
    void aReportThatFailsIsKeptForTheNext() {
        uses.record(session("a"));
        source.goAway();
        report();
        uses.record(session("b"));
        source.comeBack();

        report();

        assertThat(source.reports().stream()
                        .flatMap(List::stream)
                        .map(use -> use.sessionId().value()))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void theMemoryOfUsesIsBounded() {
        for (int i = 0; i < 1000; i++) {
            uses.record(session("s" + i));
        }

        report();

        assertThat(source.reports().stream().mapToInt(List::size).sum()).isEqualTo(Limits.SMALL.sessionCacheSize());
    }

    private void report() {
        uses.report().await().indefinitely();
    }

    private LiveSession session(String id) {
        return new LiveSession(
                new SessionId(id),
                new UserId(7),
                1,
                1,
                false,
                false,
                1,
                0,
                time.instant().plusSeconds(60),
                null);
    }
}
