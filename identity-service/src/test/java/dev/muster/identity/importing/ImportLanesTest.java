package dev.muster.identity.importing;

import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Short imports pass a long one, and a long one waits for another. */
@IdentityTest
class ImportLanesTest {

    @Inject
    Companies companies;

    @Test
    void aShortImportDoesNotWaitForALongOne() {
        Company busy = companies.add();
        String unique = Imported.unique();
        Response longOne;
        try (HeldAddress held = HeldAddress.of(Imported.address(unique, 1500))) {
            longOne = Imported.post(busy, "?mail=false", Imported.file(unique, 2000));
            held.awaitWanted();
            Company other = companies.add();

            Imported.post(other, "?mail=false", Imported.file(Imported.unique(), 1000))
                    .then()
                    .statusCode(200)
                    .body("rows_created", equalTo(1000));
            Response second = Imported.post(other, "?mail=false", Imported.file(Imported.unique(), 1001));
            other.admin().request().get(second.header("Location")).then().body("state", equalTo("queued"));
        }

        Imported.ended(busy, longOne);
    }
}
