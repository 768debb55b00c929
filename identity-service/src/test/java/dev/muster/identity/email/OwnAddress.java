package dev.muster.identity.email;

import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.SignIn;
import dev.muster.identity.mail.MailServer;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What people do with their own address, over HTTP. */
final class OwnAddress {

    static final String PATH = "/users/email.json";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private OwnAddress() {}

    /** An address that nobody has. */
    static String freshAddress() {
        return "fresh-" + NUMBER.incrementAndGet() + "@change.example";
    }

    /** Starts the change with the right password; it must be accepted. */
    static void start(Person person, String wanted) {
        change(person, wanted, wanted, People.PASSWORD).statusCode(200);
    }

    static ValidatableResponse change(Person person, String wanted, String repeated, String password) {
        return call(person, Map.of("new_email", wanted, "new_email_repeat", repeated, "password", password));
    }

    static ValidatableResponse call(Person person, Map<String, ?> body) {
        return call(SignedIn.pilot(person.id(), 42), body);
    }

    static ValidatableResponse call(SignedIn caller, Map<String, ?> body) {
        return caller.request()
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then();
    }

    /** Follows the published link. */
    static ValidatableResponse confirm(Person person, String secret) {
        return RestAssured.get("/users/confirmation/" + person.id() + "/" + secret + "/email.json")
                .then();
    }

    static ValidatableResponse view(Person person) {
        return SignedIn.pilot(person.id(), 42)
                .request()
                .get("/users/view.json")
                .then()
                .statusCode(200);
    }

    static boolean signsIn(String email) {
        return SignIn.succeeds(email, People.PASSWORD);
    }

    static Response verify(String email) {
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(Map.of("email", email, "password", People.PASSWORD))
                .post("/internal/credentials/verify");
    }

    static MailServer mailbox() {
        return MailTestResource.server();
    }
}
