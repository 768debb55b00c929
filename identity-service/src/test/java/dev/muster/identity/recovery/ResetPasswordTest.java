package dev.muster.identity.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.SignIn;
import dev.muster.identity.mail.MailServer;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.identity.mail.ReceivedMail;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class ResetPasswordTest {

    private static final String NEW_PASSWORD = "sieben graue Kraniche über dem Fluss";

    @Inject
    People people;

    @BeforeEach
    void nobodyHasAskedYet() {
        people.forgetAttempts();
    }

    @Test
    @DisplayName("R15 a good link sets a password, closes every session and tells the person")
    void aGoodLinkSetsAPassword() {
        Person person = people.add();
        String path = resetPath(person);

        RestAssured.get(path).then().statusCode(200).body("result", is(true));
        reset(path, NEW_PASSWORD, NEW_PASSWORD)
                .statusCode(200)
                .body("result", is(true))
                .body("message", equalTo("Password changed successfully"));

        assertThat(SignIn.succeeds(person.email(), NEW_PASSWORD)).isTrue();
        assertThat(SignIn.succeeds(person.email(), People.PASSWORD)).isFalse();
        assertThat(PeersTestResource.peers().asked("/internal/users/" + person.id() + "/sessions/close"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains("password_reset"));
        assertThat(mailbox().await(person.email(), 2).subject()).isEqualTo("Your password was changed");
    }

    @Test
    @DisplayName("R16 a link is used up by its use, and the answer to it is the same as to an unknown one")
    void aLinkIsUsedUp() {
        Person person = people.add();
        String path = resetPath(person);
        reset(path, NEW_PASSWORD, NEW_PASSWORD).statusCode(200);

        reset(path, NEW_PASSWORD + "!", NEW_PASSWORD + "!")
                .statusCode(404)
                .body("result", is(false))
                .body("message", equalTo("This link is used up, expired or unknown"));
        RestAssured.get(path).then().statusCode(404);
        RestAssured.get("/users/new_password/" + person.id() + "/" + "A".repeat(43) + ".json")
                .then()
                .statusCode(404)
                .body("message", equalTo("This link is used up, expired or unknown"));
        assertThat(SignIn.succeeds(person.email(), NEW_PASSWORD)).isTrue();
    }

    @Test
    @DisplayName("R16 a newer link voids the older")
    void aNewerLinkVoidsTheOlder() {
        Person person = people.add();
        String older = resetPath(person);
        RecoveryCalls.ask(person.email());
        ReceivedMail newer = mailbox().await(person.email(), 2);

        reset(older, NEW_PASSWORD, NEW_PASSWORD).statusCode(404);
        RestAssured.get("/users/new_password/" + person.id() + "/" + newer.secret() + ".json")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("R16 a link expires after an hour")
    void aLinkExpires() {
        Person person = people.add();
        String path = resetPath(person);
        Statements.run(
                "update tickets set expires_at = expires_at - interval '1 hour' where user_id = $1", person.id());

        RestAssured.get(path).then().statusCode(404);
        reset(path, NEW_PASSWORD, NEW_PASSWORD).statusCode(404);
    }

    @Test
    @DisplayName("R17 of 16 concurrent uses of a link exactly one succeeds")
    void ofConcurrentUsesOneSucceeds() {
        Person person = people.add();
        String path = resetPath(person);

        List<Integer> statuses = Race.of(
                16,
                i -> reset(path, NEW_PASSWORD + i, NEW_PASSWORD + i).extract().statusCode());

        assertThat(Collections.frequency(statuses, 200)).isOne();
        assertThat(Collections.frequency(statuses, 404)).isEqualTo(15);
        assertThat(SignIn.succeeds(person.email(), NEW_PASSWORD + statuses.indexOf(200)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "correct horse battery staple", "123456789012345"})
    @DisplayName("R10 R11 a password that the policy refuses leaves the link good")
    void aRefusedPasswordLeavesTheLinkGood(String refused) {
        Person person = people.add();
        String path = resetPath(person);

        reset(path, refused, refused).statusCode(400).body("errors.pointer", contains("/password"));

        RestAssured.get(path).then().statusCode(200);
    }

    @Test
    @DisplayName("R11 a password made of the organization where the person starts is refused with the reason")
    void aPasswordMadeOfTheOrganizationIsRefused() {
        Person person = people.add();
        String path = resetPath(person);
        PeersTestResource.organizations().startIn(person.id(), "Blue Heron Aviation");

        reset(path, "Blue-Heron-Aviation-26", "Blue-Heron-Aviation-26")
                .statusCode(400)
                .body("errors.pointer", contains("/password"))
                .body("errors.code", contains("derived"))
                .body("errors[0].detail", containsString("your organization's name"));

        RestAssured.get(path).then().statusCode(200);
    }

    @Test
    @DisplayName("R46 while org-service is silent a password is reset without the organization's name")
    void aSilentOrgServiceHoldsUpNoReset() {
        Person person = people.add();
        String path = resetPath(person);
        PeersTestResource.organizations().fallSilent();
        try {
            reset(path, NEW_PASSWORD, NEW_PASSWORD).statusCode(200);
        } finally {
            PeersTestResource.organizations().comeBack();
        }

        assertThat(SignIn.succeeds(person.email(), NEW_PASSWORD)).isTrue();
    }

    @Test
    void whatIsMissingOrDifferentIsNamed() {
        Person person = people.add();
        String path = resetPath(person);

        RecoveryCalls.post(path, Map.of())
                .statusCode(400)
                .body("errors.pointer", contains("/newpassword", "/password"));
        reset(path, NEW_PASSWORD, NEW_PASSWORD + "!").statusCode(400).body("errors.pointer", contains("/newpassword"));
    }

    @Test
    @DisplayName("R20 a password reset keeps the second factor")
    void aResetKeepsTheSecondFactor() {
        Person person = people.add();
        people.set(person, "two_factor = 'EMAIL'");

        reset(resetPath(person), NEW_PASSWORD, NEW_PASSWORD).statusCode(200);

        assertThat(people.row(person).getString("two_factor")).isEqualTo("EMAIL");
    }

    @Test
    @DisplayName("R15 the password is changed while session-service is away; the sessions are closed when it is back")
    void theSessionsAreClosedWhenSessionServiceIsBack() {
        Person person = people.add();
        String path = resetPath(person);
        PeersTestResource.peers().goAway();
        try {
            reset(path, NEW_PASSWORD, NEW_PASSWORD).statusCode(200);
        } finally {
            PeersTestResource.peers().comeBack();
        }

        Eventually.holds(
                "the sessions are closed",
                () -> !PeersTestResource.peers()
                        .asked("/internal/users/" + person.id() + "/sessions/close")
                        .isEmpty());
    }

    private static String resetPath(Person person) {
        RecoveryCalls.ask(person.email());
        String secret = mailbox().await(person.email(), 1).secret();
        return "/users/new_password/" + person.id() + "/" + secret + ".json";
    }

    private static ValidatableResponse reset(String path, String wanted, String repeated) {
        return RecoveryCalls.post(path, Map.of("password", wanted, "newpassword", repeated));
    }

    private static MailServer mailbox() {
        return MailTestResource.server();
    }
}
