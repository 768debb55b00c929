package dev.muster.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.FakeOrganizations;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.access.SignedIn;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IdentityTest
class DirectoryUserTest {

    private static final int ACME = FakeOrganizations.ACME;

    @Inject
    People people;

    @Test
    void aNewUserIsPendingAndGetsAMail() {
        SignedIn admin = SignedIn.admin(people.add().id(), ACME);
        String email = newAddress();

        String id = admin.request()
                .contentType("application/json")
                .body(Map.of("name", "Joe van Bloggs", "email", email, "employee_id", "E7", "branch_ids", List.of("3")))
                .post("/user")
                .then()
                .statusCode(201)
                .body("status", equalTo("pending"))
                .body("name", equalTo("Joe van Bloggs"))
                .body("employee_id", equalTo("E7"))
                .body("branch_ids", contains("3"))
                .extract()
                .path("id");

        assertThat(MailTestResource.server().awaitOnly(email).link()).startsWith("/pages/activation/" + id);
        assertThat(PeersTestResource.organizations()
                        .member(ACME, Long.parseLong(id))
                        .getString("employeeId"))
                .isEqualTo("E7");
        admin.request().get("/users?search=" + email).then().statusCode(200).body("id", contains(id));
        admin.request().get("/users?search=joe van").then().statusCode(200);
    }

    private static String newAddress() {
        return "new-" + UUID.randomUUID() + "@people.example";
    }
}
