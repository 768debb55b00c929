package dev.muster.identity.network;

import dev.muster.identity.People.Person;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody with a network rating who calls the network API as its published clients do. */
final class NetworkCaller {

    static final String PATH = "/api/v1/users";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SignedIn signedIn;

    private NetworkCaller(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    static NetworkCaller observer(long userId) {
        return new NetworkCaller(SignedIn.rated(userId, 42, 1));
    }

    static NetworkCaller supervisor() {
        return new NetworkCaller(SignedIn.rated(42_011, 42, 11));
    }

    static NetworkCaller administrator() {
        return new NetworkCaller(SignedIn.rated(42_012, 42, 12));
    }

    static NetworkCaller of(SignedIn signedIn) {
        return new NetworkCaller(signedIn);
    }

    Response get(Object cid) {
        return signedIn.request().get(PATH + "/" + cid);
    }

    Response post(Map<String, Object> user) {
        return send("POST", Map.of("user", user));
    }

    Response put(Map<String, Object> user) {
        return send("PUT", Map.of("user", user));
    }

    Response delete(long cid) {
        return send("DELETE", Map.of("cid", cid));
    }

    Response send(String method, Object body) {
        return signedIn.request().contentType("application/json").body(body).request(method, PATH);
    }

    SignedIn signedIn() {
        return signedIn;
    }

    /** Somebody new, as a client posts them, with an address that nobody has. */
    static Map<String, Object> somebody() {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("email", "network-" + NUMBER.incrementAndGet() + "@network.example");
        user.put("first_name", "Nora");
        user.put("last_name", "Vector");
        user.put("network_rating", 2);
        user.put("pilot_rating", 3);
        return user;
    }

    /** The person as a client puts them, unchanged. */
    static Map<String, Object> recordOf(Person person) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("cid", person.id());
        user.put("email", person.email());
        user.put("first_name", "Ada");
        user.put("last_name", "Example");
        user.put("network_rating", 1);
        user.put("pilot_rating", 0);
        return user;
    }

    /** The record with another value; null takes the field away. */
    static Map<String, Object> with(Map<String, Object> user, String field, Object value) {
        Map<String, Object> other = new LinkedHashMap<>(user);
        if (value == null) {
            other.remove(field);
        } else {
            other.put(field, value);
        }
        return other;
    }

    static String fsdVerdict(long cid, String password) {
        return ServiceCaller.to("identity-service")
                .contentType("application/json")
                .body(Map.of("userId", cid, "password", password, "network", address()))
                .post("/internal/credentials/verify-fsd")
                .path("verdict");
    }

    private static String address() {
        return "2001:db8:ae7:" + Integer.toHexString(NUMBER.incrementAndGet()) + "::1";
    }
}
