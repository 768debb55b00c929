package dev.muster.testkit.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.SessionSignal;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.testkit.http.FakeHttpService;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Speaks the internal protocol of session-service over real HTTP: look-ups and the event feed. Tests open, change and
 * close sessions, cut the feed and take the whole service away.
 */
public final class FakeSessionService extends FakeHttpService {

    private static final long BEAT_MILLIS = 200;

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final Map<SessionId, LiveSession> open = new ConcurrentHashMap<>();
    private final Set<HttpServerResponse> readers = ConcurrentHashMap.newKeySet();
    private final List<Logged> log = new CopyOnWriteArrayList<>();
    private final List<String> reportedUses = new CopyOnWriteArrayList<>();
    private final AtomicLong position = new AtomicLong();
    private final AtomicInteger lookUps = new AtomicInteger();
    private volatile boolean feedCut;
    private volatile String keys;
    private volatile long delayMillis;

    private record Logged(long position, SessionSignal signal) {}

    public FakeSessionService(TestTokens tokens) {
        this.keys = tokens.jwks();
    }

    @Override
    public String start() {
        vertx().setPeriodic(BEAT_MILLIS, timer -> readers.forEach(this::beat));
        return super.start();
    }

    /** From now on look-ups find the session. */
    public void open(LiveSession session) {
        open.put(session.id(), session);
    }

    /** The session is now as given; every reader of the feed hears it. */
    public void change(LiveSession session) {
        open.put(session.id(), session);
        publish(SessionSignal.changed(session));
    }

    /** The session is closed; every reader of the feed hears it. */
    public void close(UserId userId, SessionId sessionId) {
        open.remove(sessionId);
        publish(SessionSignal.closed(userId, sessionId));
    }

    /** Ends every feed connection and accepts none until {@link #restoreFeed()}. */
    public void cutFeed() {
        feedCut = true;
        readers.forEach(HttpServerResponse::reset);
        readers.clear();
    }

    public void restoreFeed() {
        feedCut = false;
    }

    /** Every connection is closed until {@link #comeBack()}, those of the feed too. */
    @Override
    public void goAway() {
        super.goAway();
        cutFeed();
    }

    @Override
    public void comeBack() {
        super.comeBack();
        restoreFeed();
    }

    /** The keys that verify tokens are now these, a JSON Web Key Set; every reader of the feed hears it. */
    public void publishKeys(String jwks) {
        keys = jwks;
        readers.forEach(reader -> send(reader, SessionSignal.keys(jwks)));
    }

    /** From now on every look-up takes this long. */
    public void delayLookUps(Duration delay) {
        delayMillis = delay.toMillis();
    }

    /** How many look-ups were answered so far. */
    public int lookUps() {
        return lookUps.get();
    }

    /** The bodies of the reports of session uses so far. */
    public List<String> reportedUses() {
        return List.copyOf(reportedUses);
    }

    @Override
    protected void answer(HttpServerRequest request) {
        if (request.path().equals("/internal/session-events")) {
            stream(request);
        } else if (request.path().equals("/internal/session-uses")) {
            request.body().onSuccess(body -> {
                reportedUses.add(body.toString());
                request.response().setStatusCode(204).end();
            });
        } else if (delayMillis > 0) {
            vertx().setTimer(delayMillis, timer -> lookUp(request));
        } else {
            lookUp(request);
        }
    }

    private void lookUp(HttpServerRequest request) {
        lookUps.incrementAndGet();
        String[] path = request.path().split("/", -1);
        LiveSession session = open.get(new SessionId(path[path.length - 1]));
        HttpServerResponse response = request.response().putHeader("Content-Type", "application/json");
        if (session == null) {
            response.setStatusCode(404).end("{}");
        } else {
            response.end(write(session));
        }
    }

    private void stream(HttpServerRequest request) {
        if (feedCut) {
            request.connection().close();
            return;
        }
        HttpServerResponse response = request.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("X-SSE-Content-Type", "application/json");
        send(response, SessionSignal.keys(keys));
        String cursor = request.getParam("cursor");
        if (cursor == null) {
            send(response, SessionSignal.reset(Long.toString(position.get())));
        } else {
            long after = Long.parseLong(cursor);
            log.stream().filter(logged -> logged.position() > after).forEach(logged -> send(response, logged.signal()));
        }
        beat(response);
        readers.add(response);
        response.closeHandler(closed -> readers.remove(response));
    }

    private void publish(SessionSignal signal) {
        log.add(new Logged(position.incrementAndGet(), signal));
        readers.forEach(reader -> send(reader, signal));
    }

    private void beat(HttpServerResponse reader) {
        send(reader, SessionSignal.beat(Long.toString(position.get())));
    }

    private void send(HttpServerResponse reader, SessionSignal signal) {
        if (!reader.closed()) {
            reader.write("data: " + write(signal) + "\n\n");
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
