package dev.muster.identity.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.FakePeers;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.race.Race;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class EditProfileTest {

    private static final String PATH = "/users/edit.json";

    @Inject
    People people;

    private Person person;
    private SignedIn caller;

    @BeforeEach
    void somebody() {
        person = people.add();
        people.set(person, "city = 'Toledo', phone = '911', dob = '1990-05-20', color = '#ffffff', phone_code = '+34'");
        caller = SignedIn.pilot(person.id(), 42);
    }

    @AfterEach
    void everybodyIsBack() {
        PeersTestResource.peers().comeBack();
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

        JsonObject answer = new JsonObject(edit(new JsonObject()
                        .put("User", user)
                        .put("UserDetail", detail)
                        .encode())
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(answer.getJsonObject("User").getMap()).containsAllEntriesOf(user.getMap());
        assertThat(answer.getJsonObject("UserDetail").getMap()).containsAllEntriesOf(detail.getMap());
        assertThat(answer).isEqualTo(view());
    }

    @Test
    void whatIsAbsentStaysAndNullClears() {
        edit("{\"UserDetail\": {\"phone\": null, \"dob\": null, \"color\": null}}")
                .then()
                .statusCode(200)
                .body("UserDetail.phone", nullValue())
                .body("UserDetail.dob", nullValue())
                .body("UserDetail.color", nullValue())
                .body("UserDetail.city", equalTo("Toledo"))
                .body("UserDetail.name", equalTo("Ada"));
    }

    @Test
    void anEmptyEditChangesNothing() {
        JsonObject before = view();

        edit("{}").then().statusCode(200);

        assertThat(view()).isEqualTo(before);
    }

    @Test
    void aClientMayPostWhatItGot() {
        JsonObject got = view();
        got.getJsonObject("UserDetail").put("city", "Cuenca");

        edit(got.encode()).then().statusCode(200).body("UserDetail.city", equalTo("Cuenca"));
    }

    @Test
    void aChangeIsStamped() {
        people.set(person, "updated_at = '2020-01-01 00:00:00Z'");

        edit("{\"UserDetail\": {\"city\": \"Cuenca\"}}").then().statusCode(200);

        assertThat(view().getJsonObject("UserDetail").getString("modified"))
                .isGreaterThan(
                        LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UserDetail | dob | \"2999-01-01\"",
                "UserDetail | dob | \"1899-12-31\"",
                "UserDetail | dob | \"2023-02-30\"",
                "UserDetail | dob | \"20/05/1990\"",
                "UserDetail | dob | 19900520",
                "UserDetail | phonecode | \"34\"",
                "UserDetail | phonecode | \"+12345\"",
                "UserDetail | phonecode2 | \"+\"",
                "UserDetail | color | \"red\"",
                "UserDetail | color | \"#12345g\"",
                "UserDetail | color | \"#1234567\"",
                "UserDetail | photo | \"http://photos.example/a.jpg\"",
                "UserDetail | photo | \"javascript:alert(1)\"",
                "UserDetail | photo | \"https://\"",
                "UserDetail | photo | \"https://user:secret@photos.example/a.jpg\"",
                "UserDetail | photo | \"https://photos.example/a b.jpg\"",
                "UserDetail | country_id | \"9999\"",
                "UserDetail | country_id | \"Spain\"",
                "UserDetail | country_id | 195",
                "UserDetail | country_id | \"-1\"",
                "UserDetail | country_id | \"99999999999\"",
                "UserDetail | birthcountry_id | \"9999\"",
                "UserDetail | timezone_id | \"9999\"",
                "UserDetail | name | null",
                "UserDetail | name | \"  \"",
                "UserDetail | surname | null",
                "UserDetail | city | \"a\\u0000b\"",
                "UserDetail | city | \"a\\ud800b\"",
                "UserDetail | city | {\"a\": 1}",
                "UserDetail | city | true",
                "User | language | \"not a language\"",
                "User | language | \"\"",
                "User | language | null",
                "User | language | 5",
                "User | newsletter | \"yes\"",
                "User | newsletter | 1",
                "User | alerts | null",
                "User | message_alerts | \"true\""
            })
    void aWrongValueIsNamedAndChangesNothing(String section, String field, String value) {
        JsonObject before = view();

        edit("{\"%s\": {\"%s\": %s}}".formatted(section, field, value))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_INPUT"))
                .body("errors.pointer", contains("/" + section + "/" + field))
                .body("errors.code", contains("invalid_value"))
                .body("result", is(false));

        assertThat(view()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"name, 100", "passport, 50", "phone, 50", "emergency_contact, 500", "address, 500", "city, 200"})
    void lengthsAreBoundedInCharacters(String field, int longest) {
        String fits = "🛩".repeat(longest);

        edit("{\"UserDetail\": {\"%s\": \"%s\"}}".formatted(field, fits)).then().statusCode(200);
        edit("{\"UserDetail\": {\"%s\": \"%s\"}}".formatted(field, fits + "x"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/UserDetail/" + field));
    }

    @Test
    void allFailuresAreReportedTogether() {
        edit("""
                {"User": {"language": "??", "id": "1", "shoe_size": 43},
                 "UserDetail": {"dob": "tomorrow", "country_id": "9999", "timezone_id": "9999", "city": "Cuenca"},
                 "Company": {}, "UserGroup": []}""")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/User/language",
                                "/User/id",
                                "/User/shoe_size",
                                "/UserDetail/dob",
                                "/UserDetail/country_id",
                                "/UserDetail/timezone_id",
                                "/Company",
                                "/UserGroup"));

        assertThat(people.row(person).getString("city")).isEqualTo("Toledo");
    }

    @ParameterizedTest
    @DisplayName("R34 read-only fields are refused, not ignored")
    @CsvSource(
            delimiter = '|',
            value = {
                "User | id | \"1\"",
                "User | active | false",
                "User | pilot | false",
                "User | billing | false",
                "User | user_group_id | \"100\"",
                "User | base_id | \"9\"",
                "User | supervisor_id | \"9\"",
                "User | email_status | \"pending\"",
                "User | pending_email | \"x@people.example\"",
                "User | api | true",
                "User | created | \"2020-01-01 00:00:00\"",
                "User | expiration | \"2099-01-01 00:00:00\"",
                "UserDetail | id | \"1\"",
                "UserDetail | companyid | \"BOSS\"",
                "UserDetail | flight_hours | \"9999\"",
                "UserDetail | modified | \"2020-01-01 00:00:00\"",
                "UserGroup | name | \"Administrator\"",
                "UserGroup | id | \"100\""
            })
    void readOnlyFieldsAreRefused(String section, String field, String value) {
        edit("{\"%s\": {\"%s\": %s}}".formatted(section, field, value))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + section + "/" + field))
                .body("errors.code", contains("read_only"));
    }

    @ParameterizedTest
    @DisplayName("R34 unknown fields are refused, not ignored: no mass assignment")
    @ValueSource(
            strings = {
                "network_rating",
                "networkRating",
                "two_factor_secret",
                "password_hash",
                "email_key",
                "a/b",
                "a~b"
            })
    void unknownFieldsAreRefused(String field) {
        edit("{\"User\": {\"%s\": 12}}".formatted(field))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains("/User/" + field.replace("~", "~0").replace("/", "~1")))
                .body("errors.code", contains("unknown_field"));
    }

    @Test
    void aNewAddressNeedsThePassword() {
        edit("{\"User\": {\"email\": \"new@people.example\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/User/email"))
                .body("errors.code", contains("password_needed"));
    }

    @Test
    void whatIsNoAddressIsNamed() {
        edit("{\"User\": {\"email\": \"nowhere\", \"password\": \"" + People.PASSWORD + "\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/User/email"))
                .body("errors.code", contains("invalid_value"));
    }

    @Test
    void aPasswordAloneIsRefused() {
        edit("{\"User\": {\"password\": \"" + People.PASSWORD + "\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/User/password"));
    }

    @Test
    @DisplayName("R47 clients that edit different fields at the same time all keep theirs")
    void clientsThatEditDifferentFieldsAllKeepTheirs() {
        JsonObject before = view();
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
                i -> edit("{\"UserDetail\": {\"%s\": \"mine %d\"}}".formatted(fields.get(i), i))
                        .statusCode());

        assertThat(statuses).containsOnly(200);
        JsonObject detail = view().getJsonObject("UserDetail");
        assertThat(detail.getString("color"))
                .isEqualTo(before.getJsonObject("UserDetail").getString("color"));
        for (int i = 0; i < fields.size(); i++) {
            assertThat(detail.getString(fields.get(i))).isEqualTo("mine " + i);
        }
    }

    @Test
    @DisplayName("R46 edits that need no reference data work while it is away; the others are 503, not guessed")
    void referenceDataIsOnlyNeededForItsIds() {
        edit("{\"UserDetail\": {\"country_id\": \"" + FakePeers.SPAIN + "\"}}")
                .then()
                .statusCode(200);
        PeersTestResource.peers().goAway();

        edit("{\"UserDetail\": {\"city\": \"Cuenca\"}}").then().statusCode(200);
        edit("{\"UserDetail\": {\"birthcountry_id\": \"" + FakePeers.SPAIN + "\"}}")
                .then()
                .statusCode(200);
    }

    @Test
    void aFormWithTheSameNamesIsAccepted() {
        caller.request()
                .formParam("User[newsletter]", "1")
                .formParam("data[User][alerts]", "false")
                .formParam("UserDetail[city]", "Cuenca")
                .formParam("UserDetail[phone2]", "")
                .formParam("UserDetail[dob]", "")
                .post(PATH)
                .then()
                .statusCode(200)
                .body("User.newsletter", is(true))
                .body("User.alerts", is(false))
                .body("UserDetail.city", equalTo("Cuenca"))
                .body("UserDetail.phone2", equalTo(""))
                .body("UserDetail.dob", nullValue());
    }

    @Test
    void aFormWithStrangeNamesIsRefused() {
        caller.request()
                .formParam("city", "Cuenca")
                .formParam("UserDetail[city]", "one", "two")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/city", "/UserDetail[city]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "null", "{", "", "{\"User\": {\"language\": \"en\"}, \"User\": {}}"})
    @DisplayName("R38 a body that is not the expected JSON is a problem")
    void aBodyThatIsNoObjectIsAProblem(String body) {
        edit(body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void anotherTypeOfBodyIsNotRead() {
        caller.request()
                .contentType("application/xml")
                .body("<User/>")
                .post(PATH)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void nobodyEditsWithoutAToken() {
        given().contentType("application/json").body("{}").post(PATH).then().statusCode(401);
    }

    @Test
    void theLanguageIsStoredInItsCanonicalForm() {
        edit("{\"User\": {\"language\": \"PT-br\"}}").then().body("User.language", equalTo("pt-BR"));

        Row row = people.row(person);
        assertThat(row.getString("language"))
                .isEqualTo(Locale.forLanguageTag("pt-BR").toLanguageTag());
    }

    private Response edit(String body) {
        return caller.request().contentType("application/json").body(body).post(PATH);
    }

    private JsonObject view() {
        return new JsonObject(caller.request().get("/users/view.json").asString());
    }
}
