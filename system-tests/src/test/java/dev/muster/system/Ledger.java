package dev.muster.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes all the time, one after the other, and keeps what was acknowledged, so that it can be asked for later. */
final class Ledger implements AutoCloseable {

    private static final int OK = 200;

    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<String> opened = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final String editor = Demo.signIn(Demo.STUDENT);
    private final CompletableFuture<Void> end;
    private int rounds;
    private int acknowledgedEdit;
    private int lastEdit;

    private Ledger() {
        end = CompletableFuture.runAsync(this::write, thread);
    }

    static Ledger start() {
        return new Ledger();
    }

    private void write() {
        while (writing.get()) {
            signIn();
            signOutEverySecond();
            edit();
        }
    }

    private void signIn() {
        Response answer = Demo.request()
                .contentType(ContentType.JSON)
                .body(Map.of("email", Demo.STUDENT, "password", Demo.PASSWORD))
                .post("/login.json");
        if (answer.statusCode() == OK) {
            opened.add(answer.path("response.token"));
        }
    }

    /** A token whose sign-out got no answer is neither known to be good nor known to be refused. */
    private void signOutEverySecond() {
        if (opened.isEmpty() || ++rounds % 2 == 0) {
            return;
        }
        String token = opened.remove(opened.size() - 1);
        if (Demo.with(token).post("/users/logout.json").statusCode() == OK) {
            closed.add(token);
        }
    }

    private void edit() {
        int next = ++lastEdit;
        int status = Demo.with(editor)
                .contentType(ContentType.JSON)
                .body(Map.of("UserDetail", Map.of("city", "City " + next)))
                .post("/users/edit.json")
                .statusCode();
        if (status == OK) {
            acknowledgedEdit = next;
        }
    }

    /** No further write; what comes after may be asked. */
    @Override
    public void close() {
        writing.set(false);
        thread.shutdown();
        end.join();
    }

    /** Asks for everything that was acknowledged. */
    void assertNothingIsLost() {
        assertThat(opened)
                .isNotEmpty()
                .allSatisfy(token -> assertThat(view(token))
                        .as("a session whose sign-in was acknowledged")
                        .isEqualTo(OK));
        assertThat(closed)
                .isNotEmpty()
                .allSatisfy(token -> assertThat(view(token))
                        .as("a session whose sign-out was acknowledged")
                        .isEqualTo(401));
        String city = Demo.with(editor)
                .get("/users/view.json")
                .then()
                .statusCode(OK)
                .extract()
                .path("UserDetail.city");
        assertThat(Integer.parseInt(city.substring("City ".length())))
                .as("the last edit, an unanswered one included")
                .isBetween(acknowledgedEdit, lastEdit);
        assertThat(acknowledgedEdit).isPositive();
    }

    private static int view(String token) {
        return Demo.with(token).get("/users/view.json").statusCode();
    }
}
