package dev.muster.identity.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.IdentityTest;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.HandClock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class PasswordAttemptsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration WINDOW = Duration.ofMinutes(15);

    @Inject
    Pool pool;

    private final HandClock clock = new HandClock();
    private final AtomicInteger checks = new AtomicInteger();
    private final AccountKey account = account("attempt");
    private ClientNetwork network = network();

    private record Limits(int accountLimit, int networkLimit, Duration window) implements ThrottleConfig {}

    @Test
    @DisplayName("R04 ten wrong passwords within 15 minutes refuse the account for 15 minutes, even the right one")
    void tenWrongPasswordsRefuseTheAccount() {
        PasswordAttempts attempts = replica(10, 1000);
        for (int i = 0; i < 10; i++) {
            assertThat(wrong(attempts)).isEmpty();
            clock.pass(Duration.ofSeconds(80));
        }

        ProblemException refusal = refused(attempts, true);

        assertThat(refusal.headers()).containsEntry("Retry-After", Long.toString(15 * 60 - 80));
        assertThat(checks).hasValue(10);
    }

    @Test
    @DisplayName("R04 after 15 minutes the account is open again, for ten more")
    void theAccountIsOpenAgainAfterTheWindow() {
        PasswordAttempts attempts = replica(10, 1000);
        guessWrong(attempts, 10);

        clock.pass(WINDOW.minusSeconds(1));
        refused(attempts, true);
        clock.pass(Duration.ofSeconds(1));

        guessWrong(attempts, 10);
        refused(attempts, true);
    }

    @Test
    @DisplayName("R04 the fifteen minutes slide: only what is younger counts")
    void onlyWhatIsYoungerThanTheWindowCounts() {
        PasswordAttempts attempts = replica(10, 1000);
        guessWrong(attempts, 5);
        clock.pass(Duration.ofMinutes(10));
        guessWrong(attempts, 4);
        clock.pass(Duration.ofMinutes(6));

        guessWrong(attempts, 6);

        refused(attempts, false);
    }

    @Test
    @DisplayName("R04 a right password clears the account's count")
    void aRightPasswordClearsTheCount() {
        PasswordAttempts attempts = replica(10, 1000);
        guessWrong(attempts, 9);

        assertThat(right(attempts)).contains("in");

        guessWrong(attempts, 9);
        assertThat(right(attempts)).contains("in");
    }

    @Test
    @DisplayName("R04 a network is refused separately, whatever the accounts")
    void aNetworkIsRefusedSeparately() {
        PasswordAttempts attempts = replica(10, 30);
        for (int i = 0; i < 30; i++) {
            await(attempts.attempt(someone(), network, this::wrongCheck));
        }

        refused(attempts, true);

        network = network();
        assertThat(right(attempts)).contains("in");
    }

    @Test
    @DisplayName("R04 what the network refuses does not count against the account")
    void whatTheNetworkRefusesDoesNotCountAgainstTheAccount() {
        PasswordAttempts attempts = replica(2, 1);
        await(attempts.attempt(someone(), network, this::wrongCheck));
        for (int i = 0; i < 5; i++) {
            refused(attempts, false);
        }

        network = network();

        assertThat(right(attempts)).contains("in");
    }

    @Test
    void rightPasswordsDoNotCountAgainstTheNetwork() {
        PasswordAttempts attempts = replica(10, 3);

        for (int i = 0; i < 20; i++) {
            assertThat(right(attempts)).contains("in");
        }
    }

    @Test
    @DisplayName("R04 the count is shared by replicas and survives a restart")
    void theCountIsSharedByReplicas() {
        guessWrong(replica(10, 1000), 5);
        guessWrong(replica(10, 1000), 5);

        refused(replica(10, 1000), true);
    }

    @Test
    void anAttemptThatCouldNotBeCheckedCountsNothing() {
        PasswordAttempts attempts = replica(3, 3);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> await(attempts.attempt(
                            account,
                            network,
                            () -> Uni.createFrom().failure(new IllegalStateException("no worker is free")))))
                    .isInstanceOf(IllegalStateException.class);
        }

        guessWrong(attempts, 3);
        refused(attempts, true);
    }

    @Test
    @DisplayName("R05 fifty parallel wrong attempts over three replicas never make more checks than the limit")
    void parallelAttemptsNeverMakeMoreChecksThanTheLimit() {
        List<PasswordAttempts> replicas = List.of(replica(10, 1000), replica(10, 1000), replica(10, 1000));

        List<Boolean> refusals = Race.of(50, caller -> {
            try {
                wrong(replicas.get(caller % 3));
                return false;
            } catch (ProblemException e) {
                return e.problem() == Problem.TOO_MANY_ATTEMPTS;
            }
        });

        assertThat(checks).hasValue(10);
        assertThat(refusals).filteredOn(refused -> refused).hasSize(40);
    }

    @Test
    @DisplayName("R05 fifty parallel attempts at fifty accounts never make more checks than the network may")
    void parallelAttemptsNeverMakeMoreChecksThanTheNetworkMay() {
        PasswordAttempts attempts = replica(10, 20);

        List<Boolean> refusals = Race.of(50, caller -> {
            try {
                await(attempts.attempt(someone(), network, this::wrongCheck));
                return false;
            } catch (ProblemException e) {
                return e.problem() == Problem.TOO_MANY_ATTEMPTS;
            }
        });

        assertThat(checks).hasValue(20);
        assertThat(refusals).filteredOn(refused -> refused).hasSize(30);
    }

    @Test
    void countsWhoseWindowHasPassedAreForgotten() {
        guessWrong(replica(10, 1000), 3);
        long before = rows();

        clock.pass(WINDOW);
        await(new ForgetOldAttempts(pool, clock).forget());

        assertThat(before).isEqualTo(1);
        assertThat(rows()).isZero();
    }

    @Test
    void manyCountsAreForgottenInBatches() {
        pool.query("insert into network_attempts (key, attempts, expires_at)"
                        + " select 'expired-' || n, 1, '2000-01-01 00:00:00Z' from generate_series(1, 12000) n")
                .executeAndAwait();
        pool.query(
                        "insert into invited_addresses (key, mails, expires_at)"
                                + " select sha256(('expired-' || n)::bytea), 1, '2000-01-01 00:00:00Z' from generate_series(1, 3) n")
                .executeAndAwait();
        long before = Statements.calls("delete from network_attempts where ctid%");

        await(new ForgetOldAttempts(pool, clock).forget());

        assertThat(Statements.calls("delete from network_attempts where ctid%") - before)
                .isEqualTo(3);
        assertThat(Statements.number("select count(*) from network_attempts where key like 'expired-%'"))
                .isZero();
        assertThat(Statements.number("select count(*) from invited_addresses where expires_at < '2001-01-01'"))
                .isZero();
    }

    @Test
    @DisplayName("R30 the addresses that people try are not stored")
    void theAddressesThatPeopleTryAreNotStored() {
        guessWrong(replica(10, 1000), 1);

        String stored = pool.query("select string_agg(encode(key, 'escape'), ' ') from account_attempts")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);
        assertThat(stored).doesNotContain("people.example");
    }

    private long rows() {
        return pool.preparedQuery("select count(*) from account_attempts where key = $1")
                .executeAndAwait(io.vertx.mutiny.sqlclient.Tuple.of(account.bytes()))
                .iterator()
                .next()
                .getLong(0);
    }

    private PasswordAttempts replica(int accountLimit, int networkLimit) {
        ThrottleConfig config = new Limits(accountLimit, networkLimit, WINDOW);
        return new PasswordAttempts(pool, new AccountAttempts(config), new NetworkAttempts(config), config, clock);
    }

    private void guessWrong(PasswordAttempts attempts, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(wrong(attempts)).isEmpty();
            clock.pass(Duration.ofMillis(1));
        }
    }

    private Optional<String> wrong(PasswordAttempts attempts) {
        return await(attempts.attempt(account, network, this::wrongCheck));
    }

    private Optional<String> right(PasswordAttempts attempts) {
        return await(attempts.attempt(account, network, this::rightCheck));
    }

    private ProblemException refused(PasswordAttempts attempts, boolean withTheRightPassword) {
        int before = checks.get();
        ProblemException refusal = org.junit.jupiter.api.Assertions.assertThrows(ProblemException.class, () -> {
            if (withTheRightPassword) {
                right(attempts);
            } else {
                wrong(attempts);
            }
        });
        assertThat(refusal.problem()).isEqualTo(Problem.TOO_MANY_ATTEMPTS);
        assertThat(checks).hasValue(before);
        return refusal;
    }

    private Uni<Optional<String>> wrongCheck() {
        checks.incrementAndGet();
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<String>> rightCheck() {
        checks.incrementAndGet();
        return Uni.createFrom().item(Optional.of("in"));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(DEADLINE);
    }

    private static AccountKey someone() {
        return account("someone");
    }

    private static AccountKey account(String name) {
        return AccountKey.of(EmailAddress.of(name + "-" + NUMBER.incrementAndGet() + "@people.example"));
    }

    private static ClientNetwork network() {
        return new ClientNetwork("test-network-" + NUMBER.incrementAndGet());
    }
}
