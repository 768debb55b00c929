package dev.muster.kit.access;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A session-service whose answers come when the test lets them. */
final class FakeSource implements SessionSource {

    private final Deque<UniEmitter<? super Optional<LiveSession>>> asked = new ArrayDeque<>();
    private final List<List<SessionUse>> reports = new ArrayList<>();
    private Optional<LiveSession> answer = Optional.empty();
    private boolean answersAtOnce = true;
    private boolean away;
    private int questions;

    @Override
    public Uni<Optional<LiveSession>> find(UserId userId, SessionId sessionId) {
        questions++;
        if (away) {
            return Uni.createFrom().failure(new IOException("away"));
        }
        return answersAtOnce
                ? Uni.createFrom().item(answer)
                : Uni.createFrom().<Optional<LiveSession>>emitter(asked::add);
    }

    @Override
    public Multi<SessionSignal> signals(Optional<String> cursor) {
        return Multi.createFrom().nothing();
    }

    @Override
    public Uni<Void> reportUses(List<SessionUse> uses) {
        if (away) {
            return Uni.createFrom().failure(new IOException("away"));
        }
        reports.add(List.copyOf(uses));
        return Uni.createFrom().voidItem();
    }

    void knows(LiveSession session) {
        answer = Optional.of(session);
    }

    void knowsNothing() {
        answer = Optional.empty();
    }

    void answersWhenTold() {
        answersAtOnce = false;
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    /** Answers the oldest open question. */
    void reply(Optional<LiveSession> session) {
        asked.remove().complete(session);
    }

    boolean isAsked() {
        return !asked.isEmpty();
    }

    void fail() {
        asked.remove().fail(new IOException("cut off"));
    }

    int questions() {
        return questions;
    }

    List<List<SessionUse>> reports() {
        return reports;
    }
}
