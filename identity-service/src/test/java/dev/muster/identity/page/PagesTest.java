package dev.muster.identity.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.mail.MailServer;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class PagesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String NEW_PASSWORD = "elf alte Segelboote vor der Insel";

    @Inject
    People people;

    @BeforeEach
    void nobodyHasAskedYet() {
        people.forgetAttempts();
    }

    @Test
    @DisplayName("R18 opening the link of a mail changes nothing, however often; the button confirms")
    void onlyTheButtonConfirms() {
        Person person = people.add();
        String wanted = changeEmail(person);
        String link = mailbox().awaitOnly(wanted).link();

        open(link).statusCode(200).body(containsString(wanted)).body(containsString("<button type=\"submit\">"));
        open(link).statusCode(200);
        RestAssured.head(link).then().statusCode(200);
        assertThat(people.row(person).getString("email")).isEqualTo(person.email());

        RestAssured.post(link).then().statusCode(200).body(containsString("Your address is confirmed"));
        assertThat(people.row(person).getString("email")).isEqualTo(wanted);
    }

    @Test
    @DisplayName("R18 the undo page gives the old address back")
    void theUndoPageGivesTheAddressBack() {
        Person person = people.add();
        String wanted = changeEmail(person);
        RestAssured.post(mailbox().awaitOnly(wanted).link()).then().statusCode(200);
        String link = mailbox().awaitOnly(person.email()).link();

        open(link).statusCode(200).body(containsString(person.email()));
        assertThat(people.row(person).getString("email")).isEqualTo(wanted);
        RestAssured.post(link).then().statusCode(200).body(containsString("The change is undone"));

        assertThat(people.row(person).getString("email")).isEqualTo(person.email());
    }

    @Test
    @DisplayName("R17 of 16 people who press the button at once one succeeds")
    void ofConcurrentPostsOneSucceeds() {
        Person person = people.add();
        String link = mailbox().awaitOnly(changeEmail(person)).link();

        List<Integer> statuses = Race.of(16, i -> RestAssured.post(link).statusCode());

        assertThat(Collections.frequency(statuses, 200)).isOne();
        assertThat(Collections.frequency(statuses, 404)).isEqualTo(15);
    }

    @Test
    void aTakenAddressIsToldOnThePage() {
        Person person = people.add();
        String wanted = changeEmail(person);
        String link = mailbox().awaitOnly(wanted).link();
        people.set(people.add(), "email = '" + wanted + "', email_key = '" + wanted + "'");

        RestAssured.post(link).then().statusCode(409).body(containsString("This address is in use by now"));
    }

    @Test
    void thePasswordPageSetsThePassword() {
        Person person = people.add();
        String link = resetLink(person);

        open(link)
                .statusCode(200)
                .body(containsString("<label for=\"password\">New password</label>"))
                .body(containsString("autocomplete=\"new-password\""))
                .body(containsString("At least 15 characters"));
        submit(link, NEW_PASSWORD, NEW_PASSWORD).statusCode(200).body(containsString("Your password is changed"));

        submit(link, NEW_PASSWORD, NEW_PASSWORD).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "short, short, password-error, too short",
        "'', '', password-error, Please enter a password",
        "elf alte Segelboote vor der Insel, another, repeated-error, not the same",
        "muster muster muster, muster muster muster, password-error, This password"
    })
    @DisplayName("R10 R11 what is wrong with a password is told at its field, the form stays, nothing typed comes back")
    void whatIsWrongIsToldAtItsField(String password, String repeated, String id, String words) {
        Person person = people.add();
        String link = resetLink(person);

        submit(link, password, repeated)
                .statusCode(400)
                .body(containsString("role=\"alert\""))
                .body(containsString("id=\"" + id + "\""))
                .body(containsString(words))
                .body(containsString("aria-invalid=\"true\""))
                .body(containsString("<form method=\"post\">"))
                .body(not(containsString("value=")));

        open(link).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email-confirmation", "email-undo", "password-reset"})
    void aLinkThatIsNoGoodIsToldInTheBrowsersLanguage(String page) {
        String link = "/pages/" + page + "/100000/" + "A".repeat(43);
        for (String method : List.of("GET", "POST")) {
            RestAssured.given()
                    .header("Accept-Language", "de-CH, fr;q=0.5")
                    .contentType("application/x-www-form-urlencoded")
                    .request(method, link)
                    .then()
                    .statusCode(404)
                    .header("Content-Type", startsWith("text/html"))
                    .body(containsString("<html lang=\"de\">"))
                    .body(containsString("Dieser Link gilt nicht mehr"));
        }
        RestAssured.get("/pages/" + page + "/nobody/x").then().statusCode(404);
    }

    @Test
    void anExpiredLinkIsToldOnThePage() {
        Person person = people.add();
        String link = resetLink(person);
        Statements.run("update tickets set expires_at = now() where user_id = $1", person.id());

        open(link).statusCode(404).body(containsString("This link does not work any more"));
    }

    @ParameterizedTest
    @CsvSource({
        "es, Elija una contraseña nueva",
        "fr, Choisissez un nouveau mot de passe",
        "de, Wählen Sie ein neues Passwort",
        "en, Choose a new password"
    })
    void aPageIsInThePersonsLanguage(String language, String title) {
        Person person = people.add();
        people.set(person, "language = '" + language + "'");
        String link = resetLink(person);

        RestAssured.given()
                .header("Accept-Language", "it")
                .get(link)
                .then()
                .header("Content-Language", equalTo(language))
                .body(containsString("<html lang=\"" + language + "\">"))
                .body(containsString("<h1>" + title + "</h1>"));
    }

    @Test
    void everyPageIsClosedToScriptsFramesCachesAndReferrers() {
        Person person = people.add();
        String link = resetLink(person);

        for (String path : List.of(link, "/pages/password-reset/1/x")) {
            RestAssured.get(path)
                    .then()
                    .header(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                                    + " frame-ancestors 'none'")
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Cache-Control", "no-store")
                    .body(not(containsString("<script")))
                    .body(not(containsString("style=")))
                    .body(not(containsString("http://")))
                    .body(not(containsString("https://")));
        }
    }

    @Test
    void theStylesheetIsServedHere() {
        RestAssured.get("/pages/style.css")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/css"))
                .header("X-Content-Type-Options", "nosniff")
                .body(not(containsString("url(")))
                .body(not(containsString("@import")));
    }

    private static String changeEmail(Person person) {
        String wanted = "page-" + NUMBER.incrementAndGet() + "@page.example";
        SignedIn.pilot(person.id(), 42)
                .request()
                .contentType("application/json")
                .body(Map.of("new_email", wanted, "new_email_repeat", wanted, "password", People.PASSWORD))
                .post("/users/email.json")
                .then()
                .statusCode(200);
        return wanted;
    }

    private static String resetLink(Person person) {
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("email", person.email()))
                .post("/users/password_recover.json")
                .then()
                .statusCode(200);
        return mailbox().awaitOnly(person.email()).link();
    }

    private static ValidatableResponse open(String link) {
        return RestAssured.get(link).then();
    }

    private static ValidatableResponse submit(String link, String password, String repeated) {
        return RestAssured.given()
                .formParam("password", password)
                .formParam("repeated", repeated)
                .post(link)
                .then();
    }

    private static MailServer mailbox() {
        return MailTestResource.server();
    }
}
