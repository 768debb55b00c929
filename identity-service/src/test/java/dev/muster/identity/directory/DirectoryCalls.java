package dev.muster.identity.directory;

import dev.muster.identity.Companies.Company;
import dev.muster.testkit.access.SignedIn;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** Calls the directory API as its clients do. */
final class DirectoryCalls {

    private DirectoryCalls() {}

    static ValidatableResponse create(Company company, Map<String, ?> body) {
        return company.admin()
                .request()
                .contentType("application/json")
                .body(body)
                .post("/user")
                .then();
    }

    static ValidatableResponse put(SignedIn caller, long id, String path, Object body) {
        return caller.request()
                .contentType("application/json")
                .body(body)
                .put("/user/" + id + path)
                .then();
    }

    static String newAddress() {
        return "new-" + UUID.randomUUID() + "@people.example";
    }
}
