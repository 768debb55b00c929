package dev.muster.session.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class DemandedSecondFactorTest {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(77_000);

    @Test
    void withoutASecondFactorTheSessionStartsInNoOrganizationAndSaysWhy() {
        Person person = memberOfADemandingOrganization();

        Response answer = person.trySignIn(FakePeers.PASSWORD);

        answer.then()
                .statusCode(200)
                .body("response.result", equalTo(true))
                .body("response.message", containsString("second factor"));
        String token = answer.path("response.token");
        assertThat(Person.statusOf(token)).isEqualTo(200);
        live(person, token).then().statusCode(200).body("member", nullValue());
    }

    @Test
    void withASecondFactorTheSessionStartsInTheOrganization() {
        Person person = memberOfADemandingOrganization().says("twoFactor", "TOTP");

        Response answer = person.trySignIn(FakePeers.PASSWORD, FakePeers.CODE);

        answer.then().statusCode(200).body("response.message", nullValue());
        live(person, answer.path("response.token"))
                .then()
                .body("member.orgId", equalTo((int) ORGANIZATIONS.get()))
                .body("member.permissions", equalTo(List.of("bookings.read")));
    }

    @Test
    void whereNoneIsDemandedTheSessionStartsInTheOrganization() {
        Person pilot = Person.pilot();

        Response answer = pilot.trySignIn(FakePeers.PASSWORD);

        answer.then().statusCode(200).body("response.message", nullValue());
        live(pilot, answer.path("response.token")).then().body("member.orgId", equalTo(42));
    }

    private static Person memberOfADemandingOrganization() {
        long orgId = ORGANIZATIONS.incrementAndGet();
        PeersTestResource.peers().demandsSecondFactor(orgId);
        return Person.with(Person.membership(orgId, 1, "bookings.read"));
    }

    private static Response live(Person person, String token) {
        return Person.service().get(person.internal("/sessions/" + Person.sessionOf(token)));
    }
}
