package dev.muster.identity.profile;

import dev.muster.identity.People.Person;
import dev.muster.testkit.access.SignedIn;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;

/** What a person does with their own profile, over HTTP. */
final class OwnProfile {

    static final String PATH = "/users/edit.json";

    private final SignedIn caller;

    OwnProfile(Person person) {
        this.caller = SignedIn.pilot(person.id(), 42);
    }

    SignedIn caller() {
        return caller;
    }

    Response edit(String body) {
        return caller.request().contentType("application/json").body(body).post(PATH);
    }

    /** Posts one field, whose value is given as JSON. */
    Response edit(String section, String field, String value) {
        return edit("{\"%s\": {\"%s\": %s}}".formatted(section, field, value));
    }

    JsonObject view() {
        return new JsonObject(caller.request().get("/users/view.json").asString());
    }
}
