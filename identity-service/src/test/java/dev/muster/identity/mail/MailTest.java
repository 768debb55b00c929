package dev.muster.identity.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.ticket.IssuedTicket;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.Outbox;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.reactive.Reactive;
import dev.muster.testkit.time.Eventually;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@IdentityTest
class MailTest {

    private static final Set<MailKind> SHOWING_A_SECRET = EnumSet.of(
            MailKind.ACTIVATION,
            MailKind.INVITATION,
            MailKind.EMAIL_CONFIRMATION,
            MailKind.EMAIL_CHANGE_NOTICE,
            MailKind.PASSWORD_RESET,
            MailKind.SIGN_IN_CODE);

    private static final String ORDERED = "select count(*) from outbox where key like $1";

    @Inject
    People people;

    @Inject
    Outbox outbox;

    @Inject
    SendMail sendMail;

    @Inject
    Tickets tickets;

    @Test
    @DisplayName("R19 a mail says who, what, until when, and what to do if it was not you")
    void aMailIsCompleteInHtmlAndText() {
        Person person = people.add();
        String secret = sendReset(person, "en").secret().text();

        ReceivedMail mail = server().awaitOnly(person.email());

        assertThat(mail.subject()).isEqualTo("Choose another password");
        assertThat(mail.link()).isEqualTo("/pages/password-reset/" + person.id() + "/" + secret);
        assertThat(mail.text())
                .startsWith("Hello Ada,")
                .contains("The link works once, within one hour.")
                .contains("If it was not you");
        assertThat(mail.html())
                .contains("<html lang=\"en\">")
                .contains("Hello Ada,")
                .contains("href=\"https://muster.test" + mail.link() + "\"")
                .contains("If it was not you")
                .doesNotContain("<img")
                .doesNotContain("<script")
                .doesNotContain("http://");
    }

    @Test
    @DisplayName("R19 a mail is marked as sent by a machine and has a name of its own")
    void aMailIsMarkedAsAutomatic() {
        Person person = people.add();
        sendReset(person, "en");

        ReceivedMail mail = server().awaitOnly(person.email());

        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Message-ID")).matches("<[0-9a-f-]{36}@muster\\.test>");
        assertThat(mail.header("From")).contains("no-reply@");
        assertThat(mail.header("Content-Language")).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({"ACTIVATION, 3 days", "EMAIL_UNDO, 7 days", "EMAIL_CONFIRMATION, 24 hours", "PASSWORD_RESET, one hour"})
    void aMailSaysInEasyNumbersHowLongItsLinkIsGood(TicketKind kind, String expiry) {
        Person person = people.add();
        inTransaction(() -> tickets.issue(new UserId(person.id()), kind, "")
                .call(ticket -> sendMail.send(MailKind.ACTIVATION, recipient(person, "en"), null, ticket)));

        assertThat(server().awaitOnly(person.email()).text()).contains("The link works once, within " + expiry + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "es-MX, 'Elija otra contraseña', 'Hola, Ada:'",
        "fr, 'Choisissez un autre mot de passe', 'Bonjour Ada,'",
        "de-AT, 'Wählen Sie ein anderes Passwort', 'Guten Tag Ada,'",
        "pt, 'Choose another password', 'Hello Ada,'"
    })
    @DisplayName("R19 a mail is in the reader's language")
    void aMailIsInTheReadersLanguage(String language, String subject, String greeting) {
        Person person = people.add();
        sendReset(person, language);

        ReceivedMail mail = server().awaitOnly(person.email());

        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text()).contains(greeting);
        assertThat(mail.html()).contains(greeting);
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    @DisplayName("R19 every kind of mail is written in every language")
    void everyKindIsWrittenInEveryLanguage(MailKind kind) {
        for (String language : new String[] {"en", "es", "fr", "de"}) {
            Person person = people.add();
            IssuedTicket ticket = inTransaction(() -> ticketFor(person)
                    .call(issued -> sendMail.send(kind, recipient(person, language), "new@people.example", issued)));

            ReceivedMail mail = server().awaitOnly(person.email());

            assertThat(mail.subject()).isNotBlank();
            assertThat(mail.html())
                    .contains("<html lang=\"" + language + "\">")
                    .doesNotContain("{mail", "{email", "{name", "{hours", "{minutes", "NOT_FOUND");
            assertThat(mail.text()).doesNotContain("{", "}", "NOT_FOUND", "&");
            assertThat(mail.text().contains(ticket.secret().text())).isEqualTo(SHOWING_A_SECRET.contains(kind));
        }
    }

    @Test
    void aNameThatLooksLikeMarkupStaysText() {
        Person person = people.add();
        Recipient recipient = new Recipient(new UserId(person.id()), person.email(), "<b>Ada</b> {config:['x']}", "en");
        inTransaction(() -> sendMail.send(MailKind.EMAIL_TAKEN, recipient, null));

        ReceivedMail mail = server().awaitOnly(person.email());

        assertThat(mail.html()).contains("&lt;b&gt;Ada&lt;/b&gt;").doesNotContain("<b>Ada");
        assertThat(mail.text()).contains("Hello <b>Ada</b> {config:['x']},");
    }

    @Test
    @DisplayName("R19 a mail is ordered in the transaction of its change or not at all")
    void aMailOfAChangeThatFailsIsNeverSent() {
        Person person = people.add();

        assertThatThrownBy(() -> inTransaction(() -> sendMail.send(MailKind.EMAIL_TAKEN, recipient(person, "en"), null)
                        .invoke(() -> {
                            throw new IllegalStateException("the change fails after all");
                        })))
                .hasMessageContaining("the change fails");
        assertThatThrownBy(() -> Reactive.await(() ->
                        Panache.withSession(() -> sendMail.send(MailKind.EMAIL_TAKEN, recipient(person, "en"), null))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(pendingFor(person)).isZero();
    }

    @Test
    @DisplayName("R31 R30 a waiting mail holds its secret sealed, and is deleted when it is sent")
    void aWaitingMailHoldsItsSecretSealed() {
        Person person = people.add();
        AtomicReference<String> waiting = new AtomicReference<>();
        IssuedTicket ticket = inTransaction(() -> ticketFor(person)
                .call(issued -> sendMail.send(MailKind.PASSWORD_RESET, recipient(person, "en"), null, issued))
                .call(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "select payload from outbox where payload like ?1", String.class)
                                .setParameter(1, "%" + person.email() + "%")
                                .getSingleResult())
                        .invoke(waiting::set)));

        assertThat(waiting.get())
                .contains(person.email())
                .doesNotContain(ticket.secret().text());
        server().awaitOnly(person.email());
        Eventually.holds("the row is deleted", () -> pendingFor(person) == 0);
    }

    @Test
    @DisplayName("R19 a dead mail server delays nothing else, and its mails are sent once when it is back")
    void aDeadMailServerDelaysNothingElse() {
        Person person = people.add();
        server().goAway();
        try {
            sendReset(person, "en");
            Eventually.holds("a try has failed", () -> attempts(person) > 0);

            SignedIn.pilot(person.id(), 42)
                    .request()
                    .get("/users/view.json")
                    .then()
                    .statusCode(200);
        } finally {
            server().comeBack();
        }

        assertThat(server().awaitOnly(person.email()).secret()).hasSize(43);
        Eventually.holds("the row is deleted", () -> pendingFor(person) == 0);
        assertThat(server().mails(person.email())).hasSize(1);
    }

    @Test
    @DisplayName("R19 a mail whose link has expired is parked and not sent")
    void aMailWhoseLinkHasExpiredIsParked() {
        Person person = people.add();
        IssuedTicket ticket = inTransaction(() -> ticketFor(person));
        IssuedTicket expired = new IssuedTicket(
                ticket.secret(), ticket.lifetime(), ticket.expiresAt().minus(ticket.lifetime()));
        inTransaction(() -> sendMail.send(MailKind.PASSWORD_RESET, recipient(person, "en"), null, expired));

        Eventually.holds(
                "the row is parked",
                () -> Statements.number(
                                "select count(*) from outbox where parked_at is not null and payload like $1",
                                "%" + person.email() + "%")
                        == 1);
        assertThat(server().mails(person.email())).isEmpty();
        Statements.run("delete from outbox where payload like $1", "%" + person.email() + "%");
    }

    @Test
    void aMailForNobodyIsNotOrdered() {
        Person person = people.addWithoutEmail();
        Recipient nobody = new Recipient(new UserId(person.id()), null, "Ada", "en");

        inTransaction(() -> sendMail.send(MailKind.SECOND_FACTOR_NOTICE, nobody, null));
        inTransaction(
                () -> ticketFor(person).call(ticket -> sendMail.send(MailKind.PASSWORD_RESET, nobody, null, ticket)));

        assertThat(Statements.number(ORDERED, "mail:" + person.id() + ":%")).isZero();
    }

    @Test
    void aMailForNobodyThatWaitsIsParkedAtItsFirstTry() {
        Person person = people.addWithoutEmail();
        UserId userId = new UserId(person.id());
        String key = "mail:" + person.id() + ":first";
        OrderedMail order =
                new OrderedMail("first", MailKind.SECOND_FACTOR_NOTICE, userId, null, "Ada", "en", null, null, 0, null);
        inTransaction(() -> outbox.append(DeliverMail.KIND, key, order));

        Eventually.holds(
                "the row is parked", () -> Statements.number(ORDERED + " and parked_at is not null", key) == 1);
        assertThat(Statements.number("select attempts::bigint from outbox where key = $1", key))
                .isOne();
        Statements.run("delete from outbox where key = $1", key);
    }

    private IssuedTicket sendReset(Person person, String language) {
        return inTransaction(() -> ticketFor(person)
                .call(ticket -> sendMail.send(MailKind.PASSWORD_RESET, recipient(person, language), null, ticket)));
    }

    private Uni<IssuedTicket> ticketFor(Person person) {
        return tickets.issue(new UserId(person.id()), TicketKind.PASSWORD_RESET, "");
    }

    private static Recipient recipient(Person person, String language) {
        return new Recipient(new UserId(person.id()), person.email(), "Ada", language);
    }

    private static long pendingFor(Person person) {
        return Statements.number("select count(*) from outbox where payload like $1", "%" + person.email() + "%");
    }

    private static long attempts(Person person) {
        return Statements.number(
                "select coalesce(max(attempts), 0)::bigint from outbox where failure is not null and payload like $1",
                "%" + person.email() + "%");
    }

    private static MailServer server() {
        return MailTestResource.server();
    }

    private static <T> T inTransaction(Supplier<Uni<T>> work) {
        return Reactive.await(() -> Panache.withTransaction(work));
    }
}
