package dev.muster.identity.signin;

import dev.muster.identity.People.Person;
import dev.muster.testkit.access.ServiceCaller;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks as session-service does; each time from another network, unless one is named. */
final class Verification {

    private static final AtomicInteger NETWORK = new AtomicInteger();

    private Verification() {}

    static boolean accepts(Person person, String password) {
        return ask(person.email(), password).then().statusCode(200).extract().path("accepted");
    }

    static Response ask(String email, String password) {
        return askFrom(network(), email, password);
    }

    /** Asks by user id, as a sign-in with a CID does. */
    static Response ask(long userId, String password) {
        return ask(Map.of("userId", userId, "password", password, "clientIp", network()));
    }

    static Response askFrom(String clientIp, String email, String password) {
        return ask(Map.of("email", email, "password", password, "clientIp", clientIp));
    }

    static Response ask(Map<String, ?> question) {
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(question)
                .post("/internal/credentials/verify");
    }

    private static String network() {
        return "2001:db8:1:" + Integer.toHexString(NETWORK.incrementAndGet()) + "::1";
    }
}
