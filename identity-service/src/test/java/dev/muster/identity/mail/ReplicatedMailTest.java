package dev.muster.identity.mail;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.AnotherReplica;
import dev.muster.kit.outbox.AnotherReplica.Running;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.reactive.Reactive;
import dev.muster.testkit.time.Eventually;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.http.TestHTTPResource;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Mails with two replicas at work on one database and a mail server that comes and goes. */
@IdentityTest
class ReplicatedMailTest {

    private static final int MAILS = 80;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LAST_TRY = 1500;

    @Inject
    People people;

    @Inject
    SendMail sendMail;

    @Inject
    AnotherReplica anotherReplica;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Test
    @DisplayName("R19 of two replicas both send, and each mail is sent exactly once")
    void twoReplicasSendEachMailOnce() {
        List<Person> readers = readers();
        try (Running second = anotherReplica.start(DeliverMail.KIND)) {
            order(readers);
            Eventually.holds("every mail is sent", LIMIT, () -> waiting(readers) == 0);

            assertThat(second.delivered()).isBetween(1, MAILS - 1);
        }

        assertThat(readers)
                .allSatisfy(reader -> assertThat(server().mails(reader.email())).hasSize(1));
    }

    @Test
    @DisplayName("R19 a mail server that dies in the middle costs no mail; one that comes again bears the same name")
    void aMailServerThatDiesInTheMiddleCostsNoMail() {
        List<Person> readers = readers();
        try (Running second = anotherReplica.start(DeliverMail.KIND)) {
            order(readers.subList(0, readers.size() / 2));
            Eventually.holds("the first are there", LIMIT, () -> sent(readers) > 0);
            server().goAway();
            try {
                order(readers.subList(readers.size() / 2, readers.size()));
                Eventually.holds("a try has failed", LIMIT, () -> failed(readers) > 0);
            } finally {
                server().comeBack();
            }
            Eventually.holds("every mail is sent", LIMIT, () -> waiting(readers) == 0);
            assertThat(second.delivered()).isPositive();
        }

        assertThat(readers)
                .allSatisfy(reader -> assertThat(server().mails(reader.email()).stream()
                                .map(mail -> mail.header("Message-ID"))
                                .distinct())
                        .hasSize(1));
    }

    @Test
    @DisplayName("R19 after its last try a mail is parked and seen in the metrics")
    void aMailIsParkedAfterItsLastTry() {
        Person reader = people.add();
        String key = keyOf(reader);
        Eventually.holds("others are measured", LIMIT, () -> shownAsParked() == parked("%"));
        double others = shownAsParked();
        server().goAway();
        try {
            order(List.of(reader));
            Eventually.holds("a try has failed", LIMIT, () -> failed(List.of(reader)) > 0);
            Statements.run(
                    "update outbox set attempts = $1, due_at = now() where kind = 'mail' and key like $2",
                    LAST_TRY - 1,
                    key);
            Eventually.holds("it is parked", LIMIT, () -> parked(key) == 1);
            Eventually.holds("it is measured", LIMIT, () -> shownAsParked() == others + 1);
        } finally {
            server().comeBack();
            Statements.run("delete from outbox where kind = 'mail' and key like $1", key);
        }

        assertThat(server().mails(reader.email())).isEmpty();
        Eventually.holds("it is measured again", LIMIT, () -> shownAsParked() == others);
    }

    @Test
    @DisplayName("R19 while the mail server is dead, sessions are closed before a password change is answered")
    void aDeadMailServerHoldsUpNoSessionClosing() {
        Person person = people.add();
        List<Person> readers = readers();
        server().goAway();
        try {
            order(readers);
            Eventually.holds("a try has failed", LIMIT, () -> failed(readers) > 0);

            String wanted = "seven purple otters juggling";
            SignedIn.pilot(person.id(), 42)
                    .request()
                    .contentType("application/json")
                    .body(Map.of("password", People.PASSWORD, "newpassword", wanted, "newpasswordrepeat", wanted))
                    .post("/users/password.json")
                    .then()
                    .statusCode(200);

            assertThat(PeersTestResource.peers().asked("/internal/users/" + person.id() + "/sessions/close"))
                    .hasSize(1);
        } finally {
            readers.forEach(
                    reader -> Statements.run("delete from outbox where kind = 'mail' and key like $1", keyOf(reader)));
            server().comeBack();
        }
    }

    private List<Person> readers() {
        return Stream.generate(people::add).limit(MAILS).toList();
    }

    /** All in one transaction, so that both replicas find all of them. */
    private void order(List<Person> readers) {
        Reactive.await(() -> Panache.withTransaction(() -> Multi.createFrom()
                .iterable(readers)
                .onItem()
                .transformToUniAndConcatenate(reader -> sendMail.send(
                        MailKind.PASSWORD_RESET_NOTICE,
                        new Recipient(new UserId(reader.id()), reader.email(), "Ada", "en"),
                        null))
                .toUni()));
    }

    private static long sent(List<Person> readers) {
        return readers.stream()
                .filter(reader -> !server().mails(reader.email()).isEmpty())
                .count();
    }

    private static long waiting(List<Person> readers) {
        return ordered(readers, "true");
    }

    private static long failed(List<Person> readers) {
        return ordered(readers, "failure is not null");
    }

    private static long ordered(List<Person> readers, String condition) {
        String[] keys = readers.stream().map(ReplicatedMailTest::keyOf).toArray(String[]::new);
        return Statements.number(
                "select count(*) from outbox where kind = 'mail' and key like any ($1) and " + condition,
                (Object) keys);
    }

    private static long parked(String key) {
        return Statements.number(
                "select count(*) from outbox where kind = 'mail' and parked_at is not null and key like $1", key);
    }

    private static String keyOf(Person reader) {
        return "mail:" + reader.id() + ":%";
    }

    private double shownAsParked() {
        return get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith("muster_outbox_parked") && line.contains("kind=\"mail\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static MailServer server() {
        return MailTestResource.server();
    }
}
