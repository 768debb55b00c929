package dev.muster.session.support;

import dev.muster.kit.access.Member;
import dev.muster.testkit.http.FakeHttpService;
import dev.muster.testkit.http.Trouble;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** identity-service and org-service as far as session-service asks them, over real HTTP. */
public final class FakePeers extends FakeHttpService {

    /** The one right password of everybody. */
    public static final String PASSWORD = "fly-safe-every-day";

    /** The one right FSD password of everybody. */
    public static final String FSD_PASSWORD = "plaintext-on-the-wire";

    /** The one right code of everybody whose second factor is on. */
    public static final String CODE = "123456";

    private final Map<String, JsonObject> verdicts = new ConcurrentHashMap<>();
    private final Map<Long, String> emails = new ConcurrentHashMap<>();
    private final Map<Long, Member> members = new ConcurrentHashMap<>();
    private final Map<Long, JsonObject> fsdVerdicts = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> questions = new ConcurrentHashMap<>();
    private final Set<Long> secondFactorDemanding = ConcurrentHashMap.newKeySet();
    private final AtomicLong identityCalls = new AtomicLong();
    private final AtomicLong orgCalls = new AtomicLong();
    private volatile Trouble identity = Trouble.NONE;
    private volatile Trouble org = Trouble.NONE;
    private volatile int throttledForSeconds;
    private volatile Runnable beforeMemberAnswers = () -> {};

    /** A person who signs in with {@link #PASSWORD}; without a membership when it is null. */
    public void person(String email, long userId, Member member) {
        verdicts.put(email, accepted(email, userId));
        emails.put(userId, email);
        saysOfFsd(userId, "OK", 1, 0);
        if (member == null) {
            members.remove(userId);
        } else {
            members.put(userId, member);
        }
    }

    /** Changes what identity-service says of a person whose password is right. */
    public void says(String email, String name, Object value) {
        verdicts.get(email).put(name, value);
    }

    /** What identity-service says of a person whose FSD password is right. */
    public void saysOfFsd(long userId, String verdict, int networkRating, int pilotRating) {
        fsdVerdicts.put(
                userId,
                new JsonObject()
                        .put("verdict", verdict)
                        .put("networkRating", networkRating)
                        .put("pilotRating", pilotRating)
                        .putNull("retryAfterSeconds"));
    }

    /** From now on this organization demands a second factor of those who sign in. */
    public void demandsSecondFactor(long orgId) {
        secondFactorDemanding.add(orgId);
    }

    /** What identity-service was last asked about this e-mail or this CID. */
    public JsonObject question(String identifier) {
        return questions.get(identifier);
    }

    /** The calls to identity-service end like this until {@link #recover()}. */
    public void identitySuffers(Trouble trouble) {
        identity = trouble;
    }

    /** The calls to org-service end like this until {@link #recover()}. */
    public void orgSuffers(Trouble trouble) {
        org = trouble;
    }

    /** How many calls came to identity-service so far. */
    public long identityCalls() {
        return identityCalls.get();
    }

    /** How many calls came to org-service so far. */
    public long orgCalls() {
        return orgCalls.get();
    }

    /** Every verification is refused as one too many until {@link #recover()}. */
    public void throttle(int seconds) {
        throttledForSeconds = seconds;
    }

    /** Runs when org-service has read a membership and before it answers, until {@link #recover()}. */
    public void beforeMemberAnswers(Runnable event) {
        beforeMemberAnswers = event;
    }

    /** All is well again. */
    public void recover() {
        comeBack();
        identity = Trouble.NONE;
        org = Trouble.NONE;
        throttledForSeconds = 0;
        beforeMemberAnswers = () -> {};
    }

    @Override
    protected void answer(HttpServerRequest request) {
        if (request.path().startsWith("/internal/credentials/")) {
            identityCalls.incrementAndGet();
            if (!identity.befalls(request)) {
                request.body().onSuccess(body -> verify(request, body.toJsonObject()));
            }
            return;
        }
        orgCalls.incrementAndGet();
        if (!org.befalls(request)) {
            member(request);
        }
    }

    private void verify(HttpServerRequest request, JsonObject question) {
        request.response().putHeader("Content-Type", "application/json");
        if (throttledForSeconds > 0) {
            request.response()
                    .setStatusCode(429)
                    .putHeader("Retry-After", Integer.toString(throttledForSeconds))
                    .end("{}");
            return;
        }
        boolean fsd = request.path().endsWith("/verify-fsd");
        Long userId = question.getLong("userId");
        questions.put(userId == null ? question.getString("email") : userId.toString(), question);
        request.response().end((fsd ? fsdVerdict(question) : verdict(question)).encode());
    }

    private JsonObject fsdVerdict(JsonObject question) {
        JsonObject verdict = fsdVerdicts.get(question.getLong("userId"));
        return verdict != null && FSD_PASSWORD.equals(question.getString("password"))
                ? verdict
                : new JsonObject().put("verdict", "WRONG");
    }

    private String emailOf(JsonObject question) {
        Long userId = question.getLong("userId");
        return userId == null ? question.getString("email") : emails.getOrDefault(userId, "nobody's");
    }

    private JsonObject verdict(JsonObject question) {
        JsonObject person = verdicts.get(emailOf(question));
        if (person == null) {
            return new JsonObject().put("accepted", false);
        }
        if (!PASSWORD.equals(question.getString("password"))) {
            return new JsonObject().put("accepted", false).put("userId", person.getLong("userId"));
        }
        JsonObject verdict = person.copy();
        if (!"OFF".equals(person.getString("twoFactor"))) {
            String code = question.getString("code");
            verdict.put("secondFactor", code == null ? "REQUIRED" : code.equals(CODE) ? "PASSED" : "FAILED");
            verdict.put("accepted", CODE.equals(code));
        }
        return verdict;
    }

    private static JsonObject accepted(String email, long userId) {
        return new JsonObject()
                .put("accepted", true)
                .put("userId", userId)
                .put("email", email)
                .put("confirmed", true)
                .put("active", true)
                .put("api", true)
                .put("networkRating", 1)
                .put("pilotRating", 0)
                .put("twoFactor", "OFF");
    }

    private void member(HttpServerRequest request) {
        long userId = Long.parseLong(request.path().substring(request.path().lastIndexOf('/') + 1));
        Member member = members.get(userId);
        Runnable event = beforeMemberAnswers;
        vertx().<Void>executeBlocking(() -> {
                    event.run();
                    return null;
                })
                .onComplete(done -> answerMember(request, member));
    }

    private void answerMember(HttpServerRequest request, Member member) {
        request.response().putHeader("Content-Type", "application/json");
        if (member == null) {
            request.response().setStatusCode(404).end("{}");
        } else {
            boolean demanding = secondFactorDemanding.contains(member.orgId().value());
            request.response()
                    .end(json(member).put("secondFactorRequired", demanding).encode());
        }
    }

    /** A membership as org-service writes it. */
    public static JsonObject json(Member member) {
        return new JsonObject()
                .put("orgId", member.orgId().value())
                .put("version", member.version())
                .put("groupId", member.groupId())
                .put("permissions", new JsonArray(member.permissions().stream().toList()))
                .put("owner", member.owner())
                .put("pilot", member.pilot())
                .put("billing", member.billing())
                .put("employeeId", member.employeeId())
                .put("baseId", member.baseId())
                .put("supervisorId", member.supervisorId());
    }
}
