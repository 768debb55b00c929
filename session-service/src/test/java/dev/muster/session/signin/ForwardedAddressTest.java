package dev.muster.session.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class ForwardedAddressTest {

    @Test
    @DisplayName("R07 identity-service hears the address that the local gateway saw")
    void identityServiceHearsTheForwardedAddress() {
        Person pilot = Person.pilot();

        given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", "203.0.113.66, 198.51.100.4")
                .body(Map.of("email", pilot.email(), "password", FakePeers.PASSWORD))
                .post("/login.json")
                .then()
                .statusCode(200);

        assertThat(PeersTestResource.peers().question(pilot.email()).getString("clientIp"))
                .isEqualTo("198.51.100.4");
    }
}
