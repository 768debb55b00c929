package dev.muster.system;

import static dev.muster.system.Demo.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A user of a company from the first mail to the last day, through the gateway and all services. */
class DirectoryTest {

    private static final String PASSWORD = "several unusual words above the hangar";
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final String admin = Demo.signIn(Demo.ADMIN);

    @Test
    @DisplayName("R23 a new user activates, signs in, and has and loses permissions within a second")
    void aUserFromTheFirstMailToTheLastDay() {
        String email = "new-" + UUID.randomUUID() + "@acme.example";
        String id = create(email);
        Mailbox.Link link = Mailbox.awaitLink(email);
        assertThat(link.page()).isEqualTo("activation");

        Demo.request()
                .get("/activate/" + link.ticket())
                .then()
                .statusCode(200)
                .body("organization_name", equalTo("Acme Flight School"));
        Demo.request()
                .contentType(ContentType.JSON)
                .body(Map.of("password", PASSWORD))
                .post("/activate/" + link.ticket())
                .then()
                .statusCode(200)
                .body("email", equalTo(email));
        String token = signIn(email);
        with(token).get("/user/" + id).then().statusCode(200).body("status", equalTo("active"));
        with(token).get("/users").then().statusCode(403);

        long given = putPermissions(id, List.of("admin"));
        awaitStatus(token, 200, given);
        with(token).get("/users").then().body("id", hasItem(id));
        long taken = putPermissions(id, List.of());
        awaitStatus(token, 403, taken);

        with(admin).delete("/user/" + id).then().statusCode(204);
        awaitStatus(token, 401, System.nanoTime());
        with(admin).get("/users?inactive").then().body("id", hasItem(id));
    }

    private String create(String email) {
        return with(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Joe Bloggs", "email", email, "employee_id", "E-1"))
                .post("/user")
                .then()
                .statusCode(201)
                .body("status", equalTo("pending"))
                .extract()
                .path("id");
    }

    private static String signIn(String email) {
        return Demo.request()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/login")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    /** When the answer was there. */
    private long putPermissions(String id, List<String> permissions) {
        with(admin)
                .contentType(ContentType.JSON)
                .body(permissions)
                .put("/user/" + id + "/perms")
                .then()
                .statusCode(200);
        return System.nanoTime();
    }

    private static void awaitStatus(String token, int status, long since) {
        int found = 0;
        while (System.nanoTime() - since < LIMIT.toNanos()) {
            found = with(token).get("/users").statusCode();
            if (found == status) {
                return;
            }
        }
        throw new AssertionError("After " + LIMIT + " the answer is still " + found + " and not " + status);
    }
}
