package dev.muster.identity.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.muster.identity.FakeOrganizations;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.Invited;
import dev.muster.testkit.postgres.Statements;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IdentityTest
class ActivationPageTest {

    private static final int ACME = FakeOrganizations.ACME;
    private static final String PASSWORD = "acht blaue Reiher unter der Brücke";

    @Test
    @DisplayName("R16 opening the link of a mail changes nothing, however often; the button activates")
    void onlyTheButtonActivates() {
        Invited person = Invited.stranger(ACME);
        String link = person.mail().link();
        assertThat(link).startsWith("/pages/activation/" + person.id() + "/");

        for (int i = 0; i < 3; i++) {
            RestAssured.get(link).then().statusCode(200).body(containsString(person.email()));
            RestAssured.head(link).then().statusCode(200);
        }
        assertThat(usedTickets(person)).isZero();

        submit(link, PASSWORD, PASSWORD).statusCode(200).body(containsString(person.email()));
        assertThat(usedTickets(person)).isOne();
        submit(link, PASSWORD, PASSWORD).statusCode(404).body(containsString("This link does not work any more"));
        RestAssured.get(link).then().statusCode(404);
    }

    private static long usedTickets(Invited person) {
        return Statements.number(
                "select count(*) from tickets where user_id = $1 and used_at is not null", person.id());
    }

    @ParameterizedTest
    @CsvSource({
        "short, short, password-error, too short",
        "'', '', password-error, Please enter a password",
        "acht blaue Reiher unter der Brücke, another, repeated-error, not the same"
    })
    @DisplayName("R10 what is wrong with a first password is told at its field and the link stays good")
    void whatIsWrongIsToldAtItsField(String password, String repeated, String id, String words) {
        String link = Invited.stranger(ACME).mail().link();

        submit(link, password, repeated)
                .statusCode(400)
                .body(containsString("id=\"" + id + "\""))
                .body(containsString(words))
                .body(not(containsString("value=")));

        submit(link, PASSWORD, PASSWORD).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Choose a password for your account",
        "de, Wählen Sie ein Passwort für Ihr Konto",
        "fr, Choisissez un mot de passe pour votre compte",
        "es, Elija una contraseña para su cuenta"
    })
    void thePageIsInThePersonsLanguage(String language, String words) {
        Invited person = Invited.stranger(ACME);
        Statements.run("update users set language = $1 where id = $2", language, person.id());

        RestAssured.given()
                .header("Accept-Language", "it")
                .get(person.mail().link())
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo(language))
                .body(containsString("<html lang=\"" + language + "\">"))
                .body(containsString("<h1>" + words + "</h1>"));
    }

    private static ValidatableResponse submit(String link, String password, String repeated) {
        return RestAssured.given()
                .formParam("password", password)
                .formParam("repeated", repeated)
                .post(link)
                .then();
    }
}
