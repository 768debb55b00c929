package dev.muster.identity.profile;

import static dev.muster.identity.profile.OwnProfile.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which bodies an edit may come. */
@IdentityTest
class EditBodiesTest {

    @Inject
    People people;

    private OwnProfile profile;

    @BeforeEach
    void somebody() {
        profile = new OwnProfile(people.add());
    }

    @Test
    void aFormWithTheSameNamesIsAccepted() {
        profile.caller()
                .request()
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
                .body("UserDetail.phone2", nullValue())
                .body("UserDetail.dob", nullValue());
    }

    @Test
    void aFormMayPostWhatItGot() {
        JsonObject view = profile.view();
        RequestSpecification form = profile.caller().request();
        for (String section : List.of("User", "UserDetail")) {
            view.getJsonObject(section)
                    .forEach(entry ->
                            form.formParam(section + "[" + entry.getKey() + "]", asFormText(entry.getValue())));
        }

        form.post(PATH).then().statusCode(200);

        assertThat(profile.view()).isEqualTo(view);
    }

    private static String asFormText(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        return value == null ? "" : value.toString();
    }

    @Test
    void aFormWithStrangeNamesIsRefused() {
        profile.caller()
                .request()
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
        profile.edit(body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void anotherTypeOfBodyIsNotRead() {
        profile.caller()
                .request()
                .contentType("application/xml")
                .body("<User/>")
                .post(PATH)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    @DisplayName("R34 read-only and unknown fields of a form are refused like those of JSON")
    void aFormIsCheckedLikeJson() {
        profile.caller()
                .request()
                .formParam("User[active]", "0")
                .formParam("User[shoe_size]", "43")
                .formParam("data[UserDetail][color]", "red")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/User/active", "/User/shoe_size", "/UserDetail/color"));
    }
}
