package dev.muster.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.Invited;
import dev.muster.identity.People;
import dev.muster.identity.Sha256;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Anybody may found organizations and invite whom they like, so what one address gets is limited over all of them. */
@IdentityTest
class InvitationLimitTest {

    private static final int LIMIT = 10;

    @Inject
    Companies companies;

    @Inject
    People people;

    @Test
    void anAddressGetsTenInvitationsAnHour() {
        String email = people.add().email();
        for (int i = 0; i < LIMIT; i++) {
            Invited.ask(300 + i % 3, i % 2 == 0 ? email : email.toUpperCase(Locale.ROOT))
                    .statusCode(200);
        }

        ValidatableResponse refused = Invited.ask(304, email).statusCode(429);

        assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(3_000, 3_600);
        MailTestResource.server().await(email, LIMIT);
        assertThat(MailTestResource.server().mails(email)).hasSize(LIMIT);
        Invited.ask(304, people.add().email()).statusCode(200);
    }

    @Test
    void ofInvitationsAtOnceNoMoreAreMailed() {
        String email = people.add().email();

        List<Integer> statuses =
                Race.of(16, i -> Invited.ask(400 + i, email).extract().statusCode());

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(LIMIT);
        assertThat(Collections.frequency(statuses, 429)).isEqualTo(16 - LIMIT);
        assertThat(Statements.number(
                        "select count(*) from tickets t join users u on u.id = t.user_id where u.email = $1", email))
                .isEqualTo(LIMIT);
    }

    @Test
    void anHourAfterTheFirstTheAddressIsInvitedAgain() {
        String email = people.add().email();
        useUp(email);
        Invited.ask(42, email).statusCode(429);

        Statements.run("update invited_addresses set expires_at = now() where key = $1", keyOf(email));

        Invited.ask(42, email).statusCode(200);
        assertThat(Statements.number("select mails::bigint from invited_addresses where key = $1", keyOf(email)))
                .isOne();
    }

    @Test
    void aPendingUserIsNotSentMoreMailsThanThat() {
        Company company = companies.add();
        String email = DirectoryCalls.newAddress();
        String id = DirectoryCalls.create(company, Map.of("name", "Joe", "email", email))
                .statusCode(201)
                .extract()
                .path("id");
        for (int i = 1; i < LIMIT; i++) {
            company.admin().request().post("/user/" + id + "/resend").then().statusCode(200);
        }

        company.admin().request().post("/user/" + id + "/resend").then().statusCode(429);

        Eventually.holds(
                "all mails are there",
                () -> MailTestResource.server().mails(email).size() == LIMIT);
    }

    @Test
    void whomNoMailCanReachIsNotMade() {
        String email = DirectoryCalls.newAddress();
        useUp(email);

        DirectoryCalls.create(companies.add(), Map.of("name", "Joe", "email", email))
                .statusCode(429);

        assertThat(Statements.number("select count(*) from users where email = $1", email))
                .isZero();
    }

    @Test
    void movingPendingUsersAwayFromAnAddressWinsNoFurtherMails() {
        Company company = companies.add();
        String email = DirectoryCalls.newAddress();
        int rounds = 0;
        while (makesAndMovesAway(company, email)) {
            rounds++;
        }

        assertThat(rounds).isEqualTo(LIMIT / 2);
        assertThat(MailTestResource.server().mails(email)).hasSizeLessThanOrEqualTo(LIMIT);
    }

    private static boolean makesAndMovesAway(Company company, String email) {
        ValidatableResponse created = DirectoryCalls.create(company, Map.of("name", "Joe", "email", email));
        if (created.extract().statusCode() == 429) {
            return false;
        }
        long id = Long.parseLong(created.statusCode(201).extract().path("id"));
        DirectoryCalls.put(company.admin(), id, "", Map.of("email", DirectoryCalls.newAddress()))
                .statusCode(200);
        return true;
    }

    @Test
    void addressesAreCountedWithoutBeingStored() {
        String email = "guest-" + UUID.randomUUID() + "@people.example";

        Invited.of(42, email, 1);

        assertThat(Statements.number("select count(*) from invited_addresses where key = $1", keyOf(email)))
                .isOne();
        assertThat(Statements.number(
                        "select count(*) from invited_addresses t where t::text like '%' || $1 || '%'",
                        email.substring(0, 20)))
                .isZero();
    }

    private static void useUp(String email) {
        Statements.run(
                "insert into invited_addresses (key, mails, expires_at) values ($1, $2, now() + interval '1 hour')",
                keyOf(email),
                LIMIT);
    }

    private static Buffer keyOf(String email) {
        return Buffer.buffer(Sha256.of(EmailAddress.of(email).key()));
    }
}
