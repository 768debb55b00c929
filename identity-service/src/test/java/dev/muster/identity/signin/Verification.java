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
        return askFrom("2001:db8:1:" + Integer.toHexString(NETWORK.incrementAndGet()) + "::1", email, password);
    }

    static Response askFrom(String clientIp, String email, String password) {
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(Map.of("email", email, "password", password, "clientIp", clientIp))
                .post("/internal/credentials/verify");
    }
}
