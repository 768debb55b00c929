package dev.muster.identity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People.Person;
import dev.muster.testkit.access.SignedIn;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IdentityTest
class BookingsTest {

    private static final String WINDOW = "/bookings/2014-01-01/08:00/2014-01-02/06:00";

    @Inject
    Companies companies;

    @Test
    void theBookingsOfTheWindowAreAskedOfOrgService() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        PeersTestResource.organizations()
                .book(company.id(), person.id(), "B-1", "2014-01-01T09:00:00Z", "2014-01-01T10:00:00Z");

        company.admin()
                .request()
                .get("/user/" + person.id() + WINDOW)
                .then()
                .statusCode(200)
                .body("id", contains("B-1"))
                .body("[0].user_id", equalTo("" + person.id()))
                .body("[0].start", equalTo("2014-01-01T09:00:00Z"))
                .body("[0].end", equalTo("2014-01-01T10:00:00Z"));

        assertThat(PeersTestResource.organizations()
                        .asked("GET", "/internal/organizations/" + company.id() + "/users/" + person.id()))
                .singleElement()
                .satisfies(asked -> assertThat(asked.uri())
                        .contains("from=2014-01-01T08%3A00%3A00Z")
                        .contains("to=2014-01-02T06%3A00%3A00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2014-1-01/08:00/2014-01-02/06:00, /startDate",
        "2014-02-30/08:00/2014-03-02/06:00, /startDate",
        "0000-01-01/08:00/2014-03-02/06:00, /startDate",
        "2014-01-01/08:30/2014-01-02/06:00, /startTime",
        "2014-01-01/08:00/2014-01-02/24:00, /endTime",
        "2014-01-01/08:00/tomorrow/06:00, /endDate",
        "2014-01-02/08:00/2014-01-02/08:00, /endDate"
    })
    void whatIsNoWindowOfWholeHoursIsNamed(String window, String pointer) {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        company.admin()
                .request()
                .get("/user/" + person.id() + "/bookings/" + window)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    @DisplayName("R33 another company's user has no bookings here, and nobody else's are read")
    void onlyTheOwnCompanysBookingsAreRead() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        Person colleague = companies.member(company, "active");

        companies
                .add()
                .admin()
                .request()
                .get("/user/" + person.id() + WINDOW)
                .then()
                .statusCode(404);
        SignedIn.pilot(colleague.id(), company.id())
                .request()
                .get("/user/" + person.id() + WINDOW)
                .then()
                .statusCode(403);
        SignedIn.pilot(person.id(), company.id())
                .request()
                .get("/user/" + person.id() + WINDOW)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("R46 while org-service is away the answer is 503")
    void whileOrgServiceIsAwayTheAnswerIs503() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        PeersTestResource.organizations().goAway();
        try {
            company.admin()
                    .request()
                    .get("/user/" + person.id() + WINDOW)
                    .then()
                    .statusCode(503);
        } finally {
            PeersTestResource.organizations().comeBack();
        }
    }
}
