package dev.muster.identity.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@IdentityTest
class ViewProfileTest {

    private static final String JOHN = "active = true, language = 'en', api = true, newsletter = true,"
            + " created_at = '2023-01-15 10:30:00Z', updated_at = '2025-03-10 14:22:00.999Z',"
            + " first_name = 'John', last_name = 'Doe', passport = 'AB123456', dob = '1990-05-20', phone_code = '+34',"
            + " phone = '600123456', phone2 = '', emergency_contact = 'Jane Doe +34600654321', public_phone = '',"
            + " address = '123 Airport Road', postal_code = '28001', city = 'Madrid', country_id = 195,"
            + " timezone_id = 85, nationality = 'Spanish', birth_country_id = 195,"
            + " photo = 'https://photos.example/john.jpg', flight_hours = 1250.50, color = '#3498db'";

    @Inject
    People people;

    @AfterEach
    void everybodyIsBack() {
        PeersTestResource.peers().comeBack();
    }

    @Test
    void theViewIsExactlyWhatThePublishedApiShows() {
        Person person = people.add();
        people.set(person, JOHN);

        String body = SignedIn.pilot(person.id(), 42)
                .request()
                .get("/users/view.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();

        assertThat(new JsonObject(body)).isEqualTo(new JsonObject("""
                {"User": {"id": "%1$d", "active": true, "pilot": true, "billing": true, "user_group_id": "110",
                          "base_id": "5", "supervisor_id": null, "email": "%2$s", "email_status": "confirmed",
                          "pending_email": null, "language": "en", "api": true, "two_factor": "OFF",
                          "newsletter": true, "alerts": true, "message_alerts": true,
                          "created": "2023-01-15 10:30:00", "expiration": null},
                 "UserDetail": {"id": "%1$d", "name": "John", "surname": "Doe", "passport": "AB123456",
                          "companyid": "EMP-001", "dob": "1990-05-20", "phonecode": "+34", "phone": "600123456",
                          "phonecode2": null, "phone2": "", "emergency_contact": "Jane Doe +34600654321",
                          "public_phone": "", "address": "123 Airport Road", "pc": "28001", "city": "Madrid",
                          "country_id": "195", "timezone_id": "85", "nationality": "Spanish",
                          "birthcountry_id": "195", "photo": "https://photos.example/john.jpg",
                          "flight_hours": "1250.5", "color": "#3498db", "modified": "2025-03-10 14:22:00"},
                 "UserGroup": {"name": "Pilot", "id": "110"}}
                """.formatted(person.id(), person.email())));
    }

    @Test
    void aPendingAddressAndAnExpirationAreShown() {
        Person person = people.add();
        people.set(
                person,
                "email_status = 'pending', pending_email = 'new@people.example', expiration = '2099-12-31 23:59:59Z'");

        SignedIn.pilot(person.id(), 42)
                .request()
                .get("/users/view.json")
                .then()
                .body("User.email", equalTo(person.email()))
                .body("User.email_status", equalTo("pending"))
                .body("User.pending_email", equalTo("new@people.example"))
                .body("User.expiration", equalTo("2099-12-31 23:59:59"));
    }

    @Test
    void wholeFlightHoursHaveNoExponent() {
        Person person = people.add();
        people.set(person, "flight_hours = 3000");

        SignedIn.pilot(person.id(), 42)
                .request()
                .get("/users/view.json")
                .then()
                .body("UserDetail.flight_hours", equalTo("3000"));
    }

    @Test
    void aSessionWithoutAnOrganizationShowsNoMembership() {
        Person person = people.add();

        SignedIn.withoutOrganization(person.id())
                .request()
                .get("/users/view.json")
                .then()
                .statusCode(200)
                .body("User.pilot", is(false))
                .body("User.billing", is(false))
                .body("User.user_group_id", nullValue())
                .body("User.base_id", nullValue())
                .body("User.supervisor_id", nullValue())
                .body("UserDetail.companyid", nullValue())
                .body("UserGroup.name", nullValue())
                .body("UserGroup.id", nullValue());
    }

    @Test
    void anOrganizationsOwnGroupIsNamedAndRemembered() {
        PeersTestResource.peers().nameGroup(9_876_001, 1_234, "Bush pilots");
        SignedIn pilot = inGroup(people.add(), 9_876_001, 1_234);
        groupNameIs(pilot, "Bush pilots");

        PeersTestResource.peers().goAway();

        groupNameIs(pilot, "Bush pilots");
        assertThat(PeersTestResource.peers().asked("/internal/groups?org=9876001"))
                .hasSize(1);
    }

    @Test
    void aWarmViewIsOneStatement() {
        SignedIn pilot = SignedIn.pilot(people.add().id(), 42);
        groupNameIs(pilot, "Pilot");
        long before = Statements.calls("%from users %");
        int groupsAsked =
                PeersTestResource.peers().asked("/internal/groups?org=42").size();

        for (int i = 0; i < 10; i++) {
            groupNameIs(pilot, "Pilot");
        }

        assertThat(Statements.calls("%from users %") - before).isEqualTo(10);
        assertThat(PeersTestResource.peers().asked("/internal/groups?org=42")).hasSize(groupsAsked);
    }

    @Test
    void anUnknownGroupHasNoName() {
        SignedIn pilot = inGroup(people.add(), 5_002, 4_711);

        groupNameIs(pilot, null);
    }

    @Test
    void aProfileIsShownWithoutTheGroupsNameWhileReferenceDataIsAway() {
        SignedIn pilot = inGroup(people.add(), 5_003, 110);
        PeersTestResource.peers().goAway();

        pilot.request()
                .get("/users/view.json")
                .then()
                .statusCode(200)
                .body("User.user_group_id", equalTo("110"))
                .body("UserGroup.id", equalTo("110"))
                .body("UserGroup.name", nullValue());
    }

    @Test
    void nobodySeesAProfileWithoutAToken() {
        given().get("/users/view.json")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("result", is(false));
    }

    @Test
    void aSessionOfADeletedPersonFindsNobody() {
        SignedIn.pilot(99, 42)
                .request()
                .get("/users/view.json")
                .then()
                .statusCode(404)
                .body("code", equalTo("USER_NOT_FOUND"));
    }

    private static SignedIn inGroup(Person person, long orgId, long groupId) {
        return SignedIn.as(
                person.id(),
                new Member(new OrgId(orgId), 1, groupId, Set.of(), false, false, false, null, null, null),
                1);
    }

    private static void groupNameIs(SignedIn caller, String name) {
        caller.request()
                .get("/users/view.json")
                .then()
                .statusCode(200)
                .body("UserGroup.name", name == null ? nullValue() : equalTo(name));
    }
}
