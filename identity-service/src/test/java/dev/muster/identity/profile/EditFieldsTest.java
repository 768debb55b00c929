package dev.muster.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values an edit takes for which fields. */
@IdentityTest
class EditFieldsTest {

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
                "UserDetail | city | \"a\\nb\"",
                "UserDetail | city | \"a\\u2028b\"",
                "UserDetail | address | \"a\\u0007b\"",
                "UserDetail | name | \"Ada\\r\\nBcc: all@people.example\"",
                "UserDetail | city | {\"a\": 1}",
                "UserDetail | city | true",
                "User | language | \"not a language\"",
                "User | language | \"\"",
                "User | language | null",
                "User | language | 5",
                "User | two_factor | \"SMS\"",
                "User | two_factor | null",
                "User | newsletter | \"yes\"",
                "User | newsletter | 1",
                "User | alerts | null",
                "User | message_alerts | \"true\""
            })
    void aWrongValueIsNamedAndChangesNothing(String section, String field, String value) {
        JsonObject before = profile.view();

        profile.edit(section, field, value)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_INPUT"))
                .body("errors.pointer", contains("/" + section + "/" + field))
                .body("errors.code", contains("invalid_value"))
                .body("result", is(false));

        assertThat(profile.view()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "name, 100",
        "surname, 100",
        "passport, 50",
        "phone, 50",
        "phone2, 50",
        "public_phone, 50",
        "pc, 50",
        "emergency_contact, 500",
        "address, 500",
        "city, 200",
        "nationality, 200"
    })
    void lengthsAreBoundedInCharacters(String field, int longest) {
        String fits = "🛩".repeat(longest);

        profile.edit("{\"UserDetail\": {\"%s\": \"%s\"}}".formatted(field, fits))
                .then()
                .statusCode(200);
        profile.edit("{\"UserDetail\": {\"%s\": \"%s\"}}".formatted(field, fits + "x"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/UserDetail/" + field));
    }

    @Test
    void allFailuresAreReportedTogether() {
        profile.edit("""
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
        profile.edit(section, field, value)
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
        profile.edit("{\"User\": {\"%s\": 12}}".formatted(field))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains("/User/" + field.replace("~", "~0").replace("/", "~1")))
                .body("errors.code", contains("unknown_field"));
    }

    @Test
    void aNewAddressNeedsThePassword() {
        profile.edit("{\"User\": {\"email\": \"new@people.example\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/User/email"))
                .body("errors.code", contains("password_needed"));
    }

    @Test
    void whatIsNoAddressIsNamed() {
        profile.edit("{\"User\": {\"email\": \"nowhere\", \"password\": \"" + People.PASSWORD + "\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/User/email"))
                .body("errors.code", contains("invalid_value"));
    }

    @Test
    void aPasswordAloneIsRefused() {
        profile.edit("{\"User\": {\"password\": \"" + People.PASSWORD + "\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/User/password"));
    }
}
