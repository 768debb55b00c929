package dev.muster.identity.profile;

import static dev.muster.identity.mail.MailTestResource.server;
import static dev.muster.identity.profile.OwnProfile.PATH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.race.Race;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class EditProfileTest {

    @Inject
    People people;

    private Person person;
    private OwnProfile profile;

    @BeforeEach
    void somebody() {
        person = people.add();
        people.set(person, "city = 'Toledo', phone = '911', dob = '1990-05-20', color = '#ffffff', phone_code = '+34'");
        profile = new OwnProfile(person);
    }

    @Test
    void everyFieldThatPeopleMayChangeIsChangedAndShown() {
        JsonObject user = new JsonObject("""
                {"language": "es-ES", "newsletter": true, "alerts": false, "message_alerts": false}""");
        JsonObject detail = new JsonObject("""
                {"name": "Juana", "surname": "Ñandú", "passport": "P1", "dob": "1985-02-28", "phonecode": "+1",
                 "phone": "555 0100", "phonecode2": "+4420", "phone2": "7", "emergency_contact": "Jo +1 555",
                 "public_phone": "556", "address": "Line one\\nLine two", "pc": "EC1A 1BB", "city": "Madrid",
                 "country_id": "195", "timezone_id": "85", "nationality": "Spanish", "birthcountry_id": "1",
                 "photo": "https://photos.example/juana.jpg?size=2", "color": "#00Ff7f"}""");

        JsonObject answer = new JsonObject(profile.edit(new JsonObject()
                        .put("User", user)
                        .put("UserDetail", detail)
                        .encode())
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(answer.getJsonObject("User").getMap()).containsAllEntriesOf(user.getMap());
        assertThat(answer.getJsonObject("UserDetail").getMap()).containsAllEntriesOf(detail.getMap());
        assertThat(answer).isEqualTo(profile.view());
    }

    @Test
    void whatIsAbsentStaysAndNullClears() {
        profile.edit("{\"UserDetail\": {\"phone\": null, \"dob\": null, \"color\": null}}")
                .then()
                .statusCode(200)
                .body("UserDetail.phone", nullValue())
                .body("UserDetail.dob", nullValue())
                .body("UserDetail.color", nullValue())
                .body("UserDetail.city", equalTo("Toledo"))
                .body("UserDetail.name", equalTo("Ada"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passport",
                "dob",
                "phonecode",
                "phone",
                "phonecode2",
                "phone2",
                "emergency_contact",
                "public_phone",
                "address",
                "pc",
                "city",
                "country_id",
                "timezone_id",
                "nationality",
                "birthcountry_id",
                "photo",
                "color"
            })
    void nullClearsWhatMayBeEmpty(String field) {
        people.set(
                person,
                "passport = 'P1', phone_code2 = '+1', phone2 = '1', emergency_contact = 'Jo',"
                        + " public_phone = '2', address = 'Here', postal_code = '28001', country_id = 195, timezone_id = 85,"
                        + " nationality = 'Spanish', birth_country_id = 195, photo = 'https://photos.example/a.jpg'");

        profile.edit("UserDetail", field, "null").then().statusCode(200).body("UserDetail." + field, nullValue());

        assertThat(profile.view().getJsonObject("UserDetail").getValue(field)).isNull();
    }

    @Test
    void anEmptyEditChangesNothing() {
        JsonObject before = profile.view();

        profile.edit("{}").then().statusCode(200);

        assertThat(profile.view()).isEqualTo(before);
    }

    @Test
    void aClientMayPostWhatItGot() {
        JsonObject got = profile.view();
        got.getJsonObject("UserDetail").put("city", "Cuenca");

        profile.edit(got.encode()).then().statusCode(200).body("UserDetail.city", equalTo("Cuenca"));
    }

    @Test
    void aChangeIsStamped() {
        people.set(person, "updated_at = '2020-01-01 00:00:00Z'");

        profile.edit("{\"UserDetail\": {\"city\": \"Cuenca\"}}").then().statusCode(200);

        assertThat(profile.view().getJsonObject("UserDetail").getString("modified"))
                .isGreaterThan(LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
    }

    @Test
    @DisplayName("R20 the second factor is mail or nothing for one who has no authenticator")
    void theSecondFactorIsChosenAmongWhatOneHas() {
        profile.edit("{\"User\": {\"two_factor\": \"EMAIL\"}}")
                .then()
                .statusCode(200)
                .body("User.two_factor", equalTo("EMAIL"));
        assertThat(server().awaitOnly(person.email()).subject()).isEqualTo("Your sign-in protection was changed");

        profile.edit("{\"User\": {\"two_factor\": \"TOTP\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/User/two_factor"))
                .body("errors.code", contains("not_enrolled"));
    }

    @Test
    @DisplayName("R20 the second factor is no mail for one who has no address")
    void codesAreMailedOnlyToWhomHasAnAddress() {
        OwnProfile unreachable = new OwnProfile(people.addWithoutEmail());

        unreachable
                .edit("{\"User\": {\"two_factor\": \"EMAIL\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/User/two_factor"))
                .body("errors.code", contains("no_email"));
    }

    @Test
    void theLanguageIsStoredInItsCanonicalForm() {
        profile.edit("{\"User\": {\"language\": \"PT-br\"}}").then().body("User.language", equalTo("pt-BR"));

        Row row = people.row(person);
        assertThat(row.getString("language"))
                .isEqualTo(Locale.forLanguageTag("pt-BR").toLanguageTag());
    }

    @Test
    @DisplayName("R47 clients that edit different fields at the same time all keep theirs")
    void clientsThatEditDifferentFieldsAllKeepTheirs() {
        JsonObject before = profile.view();
        List<String> fields = List.of(
                "passport",
                "phone",
                "phone2",
                "emergency_contact",
                "public_phone",
                "address",
                "pc",
                "city",
                "nationality");

        List<Integer> statuses = Race.of(
                fields.size(),
                i -> profile.edit("{\"UserDetail\": {\"%s\": \"mine %d\"}}".formatted(fields.get(i), i))
                        .statusCode());

        assertThat(statuses).containsOnly(200);
        JsonObject detail = profile.view().getJsonObject("UserDetail");
        assertThat(detail.getString("color"))
                .isEqualTo(before.getJsonObject("UserDetail").getString("color"));
        for (int i = 0; i < fields.size(); i++) {
            assertThat(detail.getString(fields.get(i))).isEqualTo("mine " + i);
        }
    }

    @Test
    void nobodyEditsWithoutAToken() {
        given().contentType("application/json").body("{}").post(PATH).then().statusCode(401);
    }
}
