package dev.muster.identity.email;

import static dev.muster.identity.email.OwnAddress.call;
import static dev.muster.identity.email.OwnAddress.change;
import static dev.muster.identity.email.OwnAddress.freshAddress;
import static dev.muster.identity.email.OwnAddress.mailbox;
import static dev.muster.identity.email.OwnAddress.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.SameTime;
import dev.muster.identity.mail.ReceivedMail;
import dev.muster.testkit.access.SignedIn;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class TakenAddressTest {

    private static final int LEAST_PAIRS = 12;
    private static final int MOST_PAIRS = 300;
    private static final double TOLERANCE = 0.1;

    @Inject
    People people;

    @Test
    @DisplayName("R03 an address that somebody else has gets the same answer, and its holder a mail without a link")
    void aTakenAddressIsNotTold() {
        Person holder = people.add();
        Person person = people.add();

        String body = change(person, holder.email(), holder.email(), People.PASSWORD)
                .statusCode(200)
                .extract()
                .asString();

        assertThat(body)
                .isEqualTo("{\"result\":true,\"message\":\"Changes saved, check your mailbox at " + holder.email()
                        + ".\"}");
        view(person)
                .body("User.email_status", equalTo("unconfirmed"))
                .body("User.pending_email", equalTo(holder.email()));
        ReceivedMail mail = mailbox().awaitOnly(holder.email());
        assertThat(mail.subject()).isEqualTo("Somebody entered your e-mail address");
        assertThat(mail.text()).doesNotContain("/pages/").doesNotContain(person.email());
        assertThat(mailbox().awaitOnly(person.email()).subject()).isEqualTo("Your e-mail address is being changed");
    }

    @Test
    @DisplayName("R03 a taken address takes as long as a free one")
    void aTakenAddressTakesAsLongAsAFreeOne() {
        Person holder = people.add();
        new SameTime(LEAST_PAIRS, MOST_PAIRS, TOLERANCE)
                .holds(
                        () -> timeOfChange(people.add(), holder.email()),
                        () -> timeOfChange(people.add(), freshAddress()));
    }

    private static long timeOfChange(Person person, String wanted) {
        SignedIn caller = SignedIn.pilot(person.id(), 42);
        caller.request().get("/users/view.json").then().statusCode(200);
        long start = System.nanoTime();
        call(caller, Map.of("new_email", wanted, "new_email_repeat", wanted, "password", People.PASSWORD))
                .statusCode(200);
        return System.nanoTime() - start;
    }
}
