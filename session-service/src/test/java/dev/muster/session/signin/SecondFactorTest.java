package dev.muster.session.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.Person;
import dev.muster.testkit.postgres.Statements;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SessionServiceTest
class SecondFactorTest {

    @ParameterizedTest
    @ValueSource(strings = {"EMAIL", "TOTP"})
    void withoutACodeThePersonIsAskedForOneAndGetsNoToken(String method) {
        Person pilot = Person.pilot().says("twoFactor", method);

        Response answer = pilot.trySignIn(FakePeers.PASSWORD);

        answer.then().statusCode(200).contentType("application/json").header("Cache-Control", "no-store");
        assertThat(new JsonObject(answer.asString()))
                .isEqualTo(new JsonObject("{\"response\":{\"result\":false,\"two_factor\":\"" + method
                        + "\",\"message\":\"A second factor is needed\",\"url\":null}}"));
        assertThat(openSessionsOf(pilot)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMAIL", "TOTP"})
    void theRightCodeOpensASessionThatHasTheSecondFactor(String method) {
        Person pilot = Person.pilot().says("twoFactor", method);

        Response answer = pilot.trySignIn(FakePeers.PASSWORD, FakePeers.CODE);

        answer.then()
                .statusCode(200)
                .body("response.result", equalTo(true))
                .body("response.two_factor", equalTo(method));
        String session = Person.sessionOf(answer.path("response.token"));
        Person.service()
                .get(pilot.internal("/sessions/" + session))
                .then()
                .statusCode(200)
                .body("secondFactor", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMAIL", "TOTP"})
    void aWrongCodeIsRefusedNamingTheMethod(String method) {
        Person pilot = Person.pilot().says("twoFactor", method);

        Response answer = pilot.trySignIn(FakePeers.PASSWORD, "654321");

        answer.then().statusCode(401).contentType("application/json").header("WWW-Authenticate", "Bearer");
        assertThat(new JsonObject(answer.asString()))
                .isEqualTo(new JsonObject("{\"response\":{\"result\":false,\"two_factor\":\"" + method
                        + "\",\"message\":\"Incorrect code\",\"url\":null}}"));
        assertThat(openSessionsOf(pilot)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMAIL", "TOTP"})
    void aWrongPasswordDoesNotTellThatThereIsASecondFactor(String method) {
        Response with = Person.pilot().says("twoFactor", method).trySignIn("wrong");
        Response without = Person.pilot().trySignIn("wrong");

        assertThat(with.statusCode()).isEqualTo(401);
        assertThat(with.asString()).isEqualTo(without.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAYBE", "passed"})
    void aVerdictThatIsNotUnderstoodOpensNothing(String secondFactor) {
        Person pilot = Person.pilot().says("secondFactor", secondFactor);

        pilot.trySignIn(FakePeers.PASSWORD).then().statusCode(503);

        assertThat(openSessionsOf(pilot)).isZero();
    }

    private static long openSessionsOf(Person person) {
        return Statements.number("select count(*) from sessions where user_id = $1", person.id());
    }
}
