package dev.muster.system;

import static dev.muster.system.Demo.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.system.Deployment.Probe;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A person's life: made, activated, signed in, moved and erased, through four services and a mailbox. */
class AccountTest {

    private static final String PASSWORD = "elf graue Wölfe hinter dem Deich";
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @Test
    @DisplayName(
            "R22 R37 a person is made, activated, signs in, chooses where, and is erased; their token is dead at once")
    void aPersonsLife() {
        String email = "person-" + UUID.randomUUID() + "@people.example";
        long id = create(email);
        activate(email);

        String token = signIn(email, 200);
        long own = with(token)
                .get("/users/me")
                .then()
                .statusCode(200)
                .body("email", equalTo(email))
                .body("name", equalTo("Jamie Jackson"))
                .body("country_id", equalTo("CA"))
                .body("role", equalTo("OWNER"))
                .body("default_account.organization_name", equalTo("Default Profile"))
                .extract()
                .jsonPath()
                .getLong("default_account.id");
        assertThat(own).isNotEqualTo((long) Demo.ACME);
        moveTo(token, Demo.ACME, "Acme Flight School");

        with(token).delete("/users/me").then().statusCode(204);
        long erased = System.nanoTime();

        for (Probe probe : Deployment.probes()) {
            assertThat(refusedAfter(probe, token, erased)).as("%s", probe).isLessThan(LIMIT);
        }
        signIn(email, 401);
        assertThat(create(email)).isGreaterThan(id);
    }

    private static long create(String email) {
        return with(Demo.signIn(Demo.ADMIN))
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "first_name", "Jamie", "last_name", "Jackson", "country_id", "CA"))
                .post("/users")
                .then()
                .statusCode(201)
                .body("email", equalTo(email))
                .body("other_id", nullValue())
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static void activate(String email) {
        Mailbox.Link link = Mailbox.awaitLink(email);
        Demo.request()
                .formParam("password", PASSWORD)
                .formParam("repeated", PASSWORD)
                .post("/pages/" + link.page() + "/" + link.userId() + "/" + link.secret())
                .then()
                .statusCode(200)
                .body(containsString(email));
    }

    private static void moveTo(String token, int organization, String name) {
        with(token)
                .contentType(ContentType.JSON)
                .body(Map.of("organization_id", organization))
                .put("/users/me/default_account")
                .then()
                .statusCode(200)
                .body("default_account.id", equalTo(organization))
                .body("default_account.organization_name", equalTo(name));
        with(token).get("/users/me").then().body("default_account.id", equalTo(organization));
    }

    private static String signIn(String email, int status) {
        return Demo.request()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/login.json")
                .then()
                .statusCode(status)
                .extract()
                .path("response.token");
    }

    private static Duration refusedAfter(Probe probe, String token, long erased) {
        while (Refusal.status(probe, token) != 401) {
            assertThat(Duration.ofNanos(System.nanoTime() - erased))
                    .as("%s", probe)
                    .isLessThan(LIMIT);
        }
        return Duration.ofNanos(System.nanoTime() - erased);
    }
}
