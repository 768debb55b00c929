package dev.muster.system;

import static dev.muster.system.Demo.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Users are made while the services that make them are killed; needs a stack that starts services again. */
@Order(RunningReplicas.LATE)
class CreationFaultsTest {

    private static final int CALLERS = 3;
    private static final int BEFORE_A_KILL = 25;
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final String admin = Demo.signIn(Demo.BLUE_SKY_ADMIN);
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicBoolean busy = new AtomicBoolean(true);
    private final AtomicInteger number = new AtomicInteger();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());

    @Test
    @DisplayName("R44 users made while identity-service and org-service are killed are whole or do not exist")
    void usersAreWholeOrDoNotExist() throws InterruptedException {
        assumeTrue(Deployment.canKill(), "the deployment shows no processes");
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        for (int i = 0; i < CALLERS; i++) {
            callers.execute(this::makeUsers);
        }
        try {
            for (String service : List.of("org-service", "identity-service")) {
                awaitMore(BEFORE_A_KILL);
                Deployment.kill(service);
            }
            awaitMore(BEFORE_A_KILL);
        } finally {
            busy.set(false);
            callers.shutdown();
            assertThat(callers.awaitTermination(RECOVERY.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }

        Map<String, String> idsByEmail = listed();
        assertThat(idsByEmail.keySet())
                .as("nobody who was acknowledged is lost")
                .containsAll(acknowledged);
        assertThat(asked).as("nobody is there who was not asked for").containsAll(idsByEmail.keySet());
        awaitMembers(new HashSet<>(idsByEmail.values()));
        for (String email : idsByEmail.keySet()) {
            assertThat(Mailbox.awaitLink(email).userId()).isEqualTo(idsByEmail.get(email));
        }
    }

    private void makeUsers() {
        while (busy.get()) {
            String email = "c" + number.incrementAndGet() + "-" + unique + "@bluesky.example";
            asked.add(email);
            if (create(email) == 201) {
                acknowledged.add(email);
            } else {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private int create(String email) {
        return with(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Joe Bloggs", "email", email))
                .post("/user")
                .statusCode();
    }

    private void awaitMore(int users) {
        int enough = acknowledged.size() + users;
        await("users are made again").atMost(RECOVERY).until(() -> acknowledged.size() >= enough);
    }

    /** Whom identity-service has of those that were asked for. */
    private Map<String, String> listed() {
        Map<String, String> ids = new HashMap<>();
        readPages("/users?limit=1000", page -> {
            List<String> emails = page.getList("email");
            List<String> pageIds = page.getList("id");
            for (int i = 0; i < emails.size(); i++) {
                if (emails.get(i).contains(unique)) {
                    ids.put(emails.get(i), pageIds.get(i));
                }
            }
        });
        return ids;
    }

    /** Until org-service has every one of them as a member. */
    private void awaitMembers(Set<String> expected) {
        await("org-service has heard of everybody").atMost(RECOVERY).until(() -> missing(expected), empty());
    }

    private Set<String> missing(Set<String> expected) {
        Set<String> missing = new HashSet<>(expected);
        missing.removeAll(members());
        return missing;
    }

    private Set<String> members() {
        Set<String> ids = new HashSet<>();
        readPages(
                "/organizations/" + Demo.BLUE_SKY + "/members?limit=1000",
                page -> page.getList("user_id").forEach(id -> ids.add(String.valueOf(id))));
        return ids;
    }

    private void readPages(String first, Consumer<JsonPath> reader) {
        String next = first;
        while (next != null) {
            Response page = with(admin).urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            reader.accept(page.jsonPath());
            Matcher link = NEXT.matcher(String.valueOf(page.header("Link")));
            next = link.find() ? link.group(1) : null;
        }
    }
}
