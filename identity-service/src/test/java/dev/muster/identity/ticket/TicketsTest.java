package dev.muster.identity.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.kit.id.UserId;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.reactive.Reactive;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class TicketsTest {

    private static final TicketKind KIND = TicketKind.PASSWORD_RESET;
    private static final int RACERS = 16;

    @Inject
    People people;

    @Inject
    Tickets tickets;

    @Inject
    SignInCodes codes;

    @Inject
    ForgetOldTickets forgetOldTickets;

    @Test
    @DisplayName("R16 a secret has 256 random bits, and only its hash is stored")
    void onlyTheHashOfALongRandomSecretIsStored() {
        Person person = people.add();
        TicketSecret secret = issue(person, "about");

        assertThat(Base64.getUrlDecoder().decode(secret.text())).hasSize(32);
        Row row = Statements.run("select * from tickets where user_id = $1", person.id())
                .iterator()
                .next();
        assertThat(row.getBuffer("secret_hash").getBytes())
                .isEqualTo(secret.hash())
                .hasSize(32);
        assertThat(row.deepToString()).doesNotContain(secret.text());
        assertThat(secret).hasToString("TicketSecret[hidden]");
    }

    @Test
    @DisplayName("R16 a ticket is used once")
    void aTicketIsUsedOnce() {
        Person person = people.add();
        TicketSecret secret = issue(person, "about");

        assertThat(isGood(person, secret)).isTrue();
        assertThat(use(person, secret)).isTrue();
        assertThat(use(person, secret)).isFalse();
        assertThat(isGood(person, secret)).isFalse();
    }

    @Test
    @DisplayName("R17 of 16 concurrent uses exactly one succeeds")
    void ofConcurrentUsesOneSucceeds() {
        Person person = people.add();
        TicketSecret secret = issue(person, "about");

        assertThat(Collections.frequency(Race.of(RACERS, i -> use(person, secret)), true))
                .isOne();
    }

    @RepeatedTest(5)
    @DisplayName("R16 R17 while newer tickets are issued an old one is used once at most, and one stays open at most")
    void usesAndIssuesAtTheSameTimeNeverMeet() {
        Person person = people.add();
        TicketSecret old = issue(person, "");

        List<Boolean> used = Race.of(RACERS, i -> {
            if (i % 2 == 0) {
                return use(person, old);
            }
            issue(person, "");
            return false;
        });

        assertThat(Collections.frequency(used, true)).isLessThanOrEqualTo(1);
        assertThat(use(person, old)).isFalse();
        assertThat(Statements.number(
                        "select count(*) from tickets where user_id = $1 and used_at is null and voided_at is null",
                        person.id()))
                .isOne();
    }

    @Test
    @DisplayName("R16 a newer ticket voids the older of its kind and subject, and no other")
    void aNewerTicketVoidsTheOlder() {
        Person person = people.add();
        TicketSecret older = issue(person, "a");
        TicketSecret otherSubject = issue(person, "b");
        TicketSecret newer = issue(person, "a");

        assertThat(use(person, older)).isFalse();
        assertThat(use(person, newer)).isTrue();
        assertThat(use(person, otherSubject)).isTrue();
    }

    @Test
    @DisplayName("R16 of tickets issued at the same time one is open")
    void ofTicketsIssuedAtOnceOneIsOpen() {
        Person person = people.add();

        var secrets = Race.of(RACERS, i -> issue(person, "about"));

        assertThat(secrets.stream().filter(secret -> isGood(person, secret))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expires_at = now() - interval '1 second'", "voided_at = now()"})
    @DisplayName("R16 an expired and a voided ticket are of no use")
    void anExpiredOrVoidedTicketIsOfNoUse(String assignment) {
        Person person = people.add();
        TicketSecret secret = issue(person, "about");
        Statements.run("update tickets set " + assignment + " where user_id = $1", person.id());

        assertThat(isGood(person, secret)).isFalse();
        assertThat(use(person, secret)).isFalse();
    }

    @Test
    void aTicketIsOfNoUseToAnotherPersonOrForAnotherKind() {
        Person person = people.add();
        TicketSecret secret = issue(person, "about");

        assertThat(use(people.add(), secret)).isFalse();
        assertThat(inTransaction(() -> tickets.use(id(person), TicketKind.ACTIVATION, secret)))
                .isEmpty();
        assertThat(use(person, secret)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ACTIVATION, 72", "PASSWORD_RESET, 1", "EMAIL_CONFIRMATION, 24", "EMAIL_UNDO, 168"})
    @DisplayName("R16 each kind has its lifetime")
    void eachKindHasItsLifetime(TicketKind kind, long hours) {
        Person person = people.add();
        inTransaction(() -> tickets.issue(id(person), kind, ""));

        assertThat(Statements.number(
                        "select extract(epoch from expires_at - created_at)::bigint from tickets where user_id = $1",
                        person.id()))
                .isEqualTo(Duration.ofHours(hours).toSeconds());
    }

    @Test
    @DisplayName("R16 voiding a kind leaves the other kinds")
    void voidingAKindLeavesTheOthers() {
        Person person = people.add();
        TicketSecret secret = issue(person, "about");

        inTransaction(() -> tickets.voidOpen(id(person), TicketKind.ACTIVATION, TicketKind.EMAIL_UNDO));
        assertThat(isGood(person, secret)).isTrue();
        inTransaction(() -> tickets.voidOpen(id(person), TicketKind.ACTIVATION, KIND));
        assertThat(isGood(person, secret)).isFalse();
    }

    @Test
    void issuedTicketsAreCounted() {
        Person person = people.add();
        issue(person, "about");
        issue(person, "about");

        assertThat(inTransaction(() -> tickets.countIssued(id(person), KIND, Duration.ofHours(1))))
                .isEqualTo(2);
        assertThat(inTransaction(() -> tickets.countIssued(id(person), TicketKind.ACTIVATION, Duration.ofHours(1))))
                .isZero();
    }

    @Test
    void longExpiredTicketsAreForgotten() {
        Person person = people.add();
        issue(person, "old");
        issue(person, "new");
        Statements.run(
                "update tickets set expires_at = now() - interval '8 days' where user_id = $1 and subject = 'old'",
                person.id());

        Reactive.await(forgetOldTickets::forget);

        assertThat(Statements.number("select count(*) from tickets where user_id = $1", person.id()))
                .isOne();
    }

    @Test
    void theTicketsOfALargeImportAreForgottenInBatches() {
        Person person = people.add();
        Statements.run(
                "insert into tickets (user_id, kind, secret_hash, created_at, expires_at, voided_at)"
                        + " select $1, 'activation', '\\x00', now(), now() - interval '8 days', now()"
                        + " from generate_series(1, 12000)",
                person.id());

        Reactive.await(forgetOldTickets::forget);

        assertThat(Statements.number("select count(*) from tickets where user_id = $1", person.id()))
                .isZero();
    }

    @Test
    @DisplayName("R16 a sign-in code has six digits, lives ten minutes and is used once")
    void aSignInCodeIsUsedOnce() {
        Person person = people.add();
        IssuedTicket issued = inTransaction(() -> codes.issue(id(person)));

        assertThat(issued.secret().text()).matches("\\d{6}");
        assertThat(issued.lifetime()).isEqualTo(Duration.ofMinutes(10));
        assertThat(tryCode(person, issued.secret().text())).isTrue();
        assertThat(tryCode(person, issued.secret().text())).isFalse();
    }

    @Test
    @DisplayName("R17 of 5 concurrent uses of a code exactly one succeeds")
    void ofConcurrentUsesOfACodeOneSucceeds() {
        Person person = people.add();
        String code = inTransaction(() -> codes.issue(id(person))).secret().text();

        assertThat(Collections.frequency(Race.of(RACERS, i -> tryCode(person, code)), true))
                .isOne();
    }

    @Test
    @DisplayName("R20 a code bears five wrong guesses, also at once")
    void aCodeBearsFiveWrongGuesses() {
        Person person = people.add();
        String code = inTransaction(() -> codes.issue(id(person))).secret().text();
        String wrong = code.equals("000000") ? "000001" : "000000";

        Race.of(5, i -> tryCode(person, wrong));

        assertThat(tryCode(person, code)).isFalse();
    }

    @Test
    @DisplayName("R30 a stored code cannot be found by trying without the key")
    void aStoredCodeIsNotAPlainHash() {
        Person person = people.add();
        TicketSecret code = inTransaction(() -> codes.issue(id(person))).secret();

        Row row = Statements.run("select secret_hash from tickets where user_id = $1", person.id())
                .iterator()
                .next();
        assertThat(row.getBuffer(0).getBytes()).isNotEqualTo(code.hash());
    }

    private TicketSecret issue(Person person, String subject) {
        return inTransaction(() -> tickets.issue(id(person), KIND, subject)).secret();
    }

    private boolean use(Person person, TicketSecret secret) {
        return inTransaction(() -> tickets.use(id(person), KIND, secret)).isPresent();
    }

    private boolean isGood(Person person, TicketSecret secret) {
        return inTransaction(() -> tickets.findGood(id(person), KIND, secret)).isPresent();
    }

    private boolean tryCode(Person person, String code) {
        return inTransaction(() -> codes.use(id(person), new TicketSecret(code)));
    }

    private static UserId id(Person person) {
        return new UserId(person.id());
    }

    private static <T> T inTransaction(Supplier<Uni<T>> work) {
        return Reactive.await(() -> Panache.withTransaction(work));
    }
}
