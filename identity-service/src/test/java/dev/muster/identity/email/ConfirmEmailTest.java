package dev.muster.identity.email;

import static dev.muster.identity.email.OwnAddress.confirm;
import static dev.muster.identity.email.OwnAddress.freshAddress;
import static dev.muster.identity.email.OwnAddress.mailbox;
import static dev.muster.identity.email.OwnAddress.signsIn;
import static dev.muster.identity.email.OwnAddress.start;
import static dev.muster.identity.email.OwnAddress.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class ConfirmEmailTest {

    @Inject
    People people;

    @Test
    @DisplayName("R18 the published link confirms once; used again it is not found")
    void theLinkConfirmsOnce() {
        Person person = people.add();
        String wanted = freshAddress();
        start(person, wanted);
        String secret = mailbox().awaitOnly(wanted).secret();

        confirm(person, secret)
                .statusCode(200)
                .body("result", is(true))
                .body("message", equalTo("Email confirmed"))
                .body("size()", equalTo(2));

        view(person)
                .body("User.email", equalTo(wanted))
                .body("User.email_status", equalTo("confirmed"))
                .body("User.pending_email", equalTo(null));
        assertThat(signsIn(wanted)).isTrue();
        assertThat(signsIn(person.email())).isFalse();
        confirm(person, secret).statusCode(404).body("result", is(false)).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    @DisplayName("R17 of 16 concurrent confirmations exactly one succeeds")
    void ofConcurrentConfirmationsOneSucceeds() {
        Person person = people.add();
        String wanted = freshAddress();
        start(person, wanted);
        String secret = mailbox().awaitOnly(wanted).secret();

        List<Integer> statuses =
                Race.of(16, i -> confirm(person, secret).extract().statusCode());

        assertThat(Collections.frequency(statuses, 200)).isOne();
        assertThat(Collections.frequency(statuses, 404)).isEqualTo(15);
    }

    @Test
    @DisplayName("R18 unknown, foreign, expired and malformed links are one answer")
    void everyBadLinkIsNotFound() {
        Person person = people.add();
        Person other = people.add();
        String wanted = freshAddress();
        start(person, wanted);
        String secret = mailbox().awaitOnly(wanted).secret();
        Statements.run("update tickets set expires_at = now() where user_id = $1", person.id());

        List<Response> answers = new ArrayList<>();
        for (String path : List.of(
                person.id() + "/" + secret,
                other.id() + "/" + secret,
                person.id() + "/" + "A".repeat(43),
                "abc/" + secret,
                "-1/" + secret,
                "99999999999999999999/" + secret)) {
            answers.add(RestAssured.get("/users/confirmation/" + path + "/email.json"));
        }

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.jsonPath().getString("message")).isEqualTo("This link is used up, expired or unknown");
        });
    }

    @Test
    @DisplayName("R16 a newer change voids the confirmation of the older one")
    void aNewerChangeVoidsTheOlder() {
        Person person = people.add();
        String first = freshAddress();
        String second = freshAddress();
        start(person, first);
        start(person, second);

        confirm(person, mailbox().awaitOnly(first).secret()).statusCode(404);
        confirm(person, mailbox().awaitOnly(second).secret()).statusCode(200);

        view(person).body("User.email", equalTo(second));
    }

    @Test
    @DisplayName("R18 of two people who confirm one address one wins and the other gets 409")
    void ofTwoPeopleWhoConfirmOneAddressOneWins() {
        List<Person> pair = List.of(people.add(), people.add());
        String wanted = freshAddress();
        pair.forEach(person -> start(person, wanted));
        mailbox().await(wanted, 2);
        Map<String, String> secrets = new HashMap<>();
        mailbox().mails(wanted).forEach(mail -> secrets.put(mail.link().split("/", -1)[3], mail.secret()));

        List<Integer> statuses = Race.of(2, i -> {
            Person person = pair.get(i);
            return confirm(person, secrets.get(Long.toString(person.id())))
                    .extract()
                    .statusCode();
        });

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(Statements.number("select count(*) from users where email = $1", wanted))
                .isOne();
    }
}
