package dev.muster.identity.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.mail.MailTestResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published clients make people whose address is left empty. */
@IdentityTest
class NetworkUserWithoutEmailTest {

    @Inject
    People people;

    @Test
    void manyPeopleHaveNoAddress() {
        Response one = make();
        Response other = make();

        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(200);
        one.then().body("user.email", equalTo(""));
        assertThat(NetworkCaller.fsdVerdict(cidOf(one), one.path("user.fsd_password")))
                .isEqualTo("OK");
    }

    @Test
    void aPersonWithoutAnAddressIsPutBackAsRead() {
        Map<String, Object> read = NetworkCaller.supervisor().get(cidOf(make())).path("user");

        NetworkCaller.supervisor()
                .put(NetworkCaller.with(read, "first_name", "Grace"))
                .then()
                .statusCode(201)
                .body("user.email", equalTo(""))
                .body("user.first_name", equalTo("Grace"));
    }

    @Test
    void aPersonWithoutAnAddressGetsOne() {
        Map<String, Object> read = NetworkCaller.supervisor().get(cidOf(make())).path("user");
        String email = (String) NetworkCaller.somebody().get("email");

        NetworkCaller.supervisor()
                .put(NetworkCaller.with(read, "email", email))
                .then()
                .statusCode(201)
                .body("user.email", equalTo(email));

        assertThat(MailTestResource.server().awaitOnly(email).subject()).isNotBlank();
    }

    @Test
    void aPersonWithAnAddressKeepsOne() {
        NetworkCaller.supervisor()
                .put(NetworkCaller.with(NetworkCaller.recordOf(people.add()), "email", ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/user/email"))
                .body("errors.code", contains("required"));
    }

    private static Response make() {
        return NetworkCaller.supervisor().post(NetworkCaller.with(NetworkCaller.somebody(), "email", ""));
    }

    private static long cidOf(Response answer) {
        return answer.jsonPath().getLong("user.cid");
    }
}
