package dev.muster.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.FakeOrganizations;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.account.SignupConfig.Mode;
import dev.muster.identity.creation.CreateUser;
import dev.muster.identity.creation.UserCreationConfig;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.identity.throttle.PasswordAttempts;
import dev.muster.kit.access.AccessConfig;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same service with another {@code muster.signup}; only the bean that reads it is made anew. */
@IdentityTest
class SignUpModesTest {

    private static final int ACME = FakeOrganizations.ACME;

    @Inject
    SignUp signUp;

    @Inject
    CreateUser createUser;

    @Inject
    PasswordAttempts attempts;

    @Inject
    UserCreationConfig creation;

    @Inject
    AccessConfig access;

    @Inject
    People people;

    @BeforeEach
    @AfterEach
    void nobodyHasTried() {
        people.forgetAttempts();
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, nobody, 201", "OPEN, pilot, 403", "OPEN, admin, 201", "OPEN, operator, 403",
        "INVITED, nobody, 401", "INVITED, pilot, 403", "INVITED, admin, 201", "INVITED, operator, 403",
        "CLOSED, nobody, 401", "CLOSED, pilot, 403", "CLOSED, admin, 403", "CLOSED, operator, 201"
    })
    @DisplayName("R32 who may make users in each mode of sign-up")
    void whoMayMakeUsers(Mode mode, String caller, int status) {
        signUpIs(mode);

        post(as(caller), Map.of("email", newAddress())).statusCode(status);
    }

    private RequestSpecification as(String caller) {
        long id = people.add().id();
        return switch (caller) {
            case "pilot" -> SignedIn.pilot(id, ACME).request();
            case "admin" -> SignedIn.admin(id, ACME).request();
            case "operator" -> SignedIn.operator(id, ACME).request();
            default -> RestAssured.given();
        };
    }

    @Test
    void whoeverSignsUpIsPendingAndOwnsAnOrganization() {
        signUpIs(Mode.OPEN);
        String email = newAddress();

        int id = post(RestAssured.given(), Map.of("email", email, "first_name", "Jamie"))
                .statusCode(201)
                .body("role", equalTo("OWNER"))
                .body("default_account.organization_name", equalTo("Default Profile"))
                .extract()
                .path("id");

        assertThat(MailTestResource.server().awaitOnly(email).link()).startsWith("/pages/activation/" + id + "/");
        assertThat(PeersTestResource.organizations().member(ACME, id)).isNull();
        assertThat(Statements.number("select count(*) from users where id = $1 and activated_at is null", (long) id))
                .isOne();
    }

    @Test
    void whoeverSignsUpNeedsAnAddress() {
        signUpIs(Mode.OPEN);

        post(RestAssured.given(), Map.of("first_name", "Jamie"))
                .statusCode(400)
                .body("errors.pointer", contains("/email"))
                .body("errors.code", contains("required"));
    }

    @Test
    void aTakenAddressIsTold() {
        signUpIs(Mode.OPEN);

        post(RestAssured.given(), Map.of("email", people.add().email()))
                .statusCode(409)
                .body("code", equalTo("EMAIL_TAKEN"));
    }

    @Test
    @DisplayName("R26 a token that is no good is refused, though none would do")
    void aBadTokenIsRefusedThoughNoneWouldDo() {
        signUpIs(Mode.OPEN);
        String token = SignedIn.admin(people.add().id(), ACME).token();

        post(
                        RestAssured.given()
                                .header("Authorization", "Bearer " + token.substring(0, token.length() - 4) + "AAAA"),
                        Map.of("email", newAddress()))
                .statusCode(401);
    }

    @Test
    @DisplayName("R06 sign-ups of one network are limited like its wrong passwords, whether they succeed or not")
    void signUpsOfANetworkAreLimited() {
        signUpIs(Mode.OPEN);
        post(RestAssured.given(), Map.of("email", newAddress())).statusCode(201);
        post(RestAssured.given(), Map.of("email", people.add().email())).statusCode(409);
        assertThat(Statements.number("select attempts::bigint from network_attempts"))
                .isEqualTo(2);
        Statements.run("update network_attempts set attempts = 100");

        String email = newAddress();
        String wait = post(RestAssured.given(), Map.of("email", email))
                .statusCode(429)
                .body("code", equalTo("TOO_MANY_ATTEMPTS"))
                .extract()
                .header("Retry-After");

        assertThat(Integer.parseInt(wait)).isBetween(1, 900);
        assertThat(Statements.number("select count(*) from users where email_key = $1", email))
                .isZero();
    }

    private void signUpIs(Mode mode) {
        QuarkusMock.installMockForInstance(new SignUp(createUser, attempts, () -> mode, creation, access), signUp);
    }

    private static String newAddress() {
        return "self-" + UUID.randomUUID() + "@people.example";
    }

    private static ValidatableResponse post(RequestSpecification caller, Map<String, ?> body) {
        return caller.contentType("application/json").body(body).post("/users").then();
    }
}
