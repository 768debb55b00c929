package dev.muster.session.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.session.SessionPolicy;
import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import dev.muster.session.token.SigningKeys.KeysChanged;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.reactive.Reactive;
import dev.muster.testkit.time.HandClock;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Replicas made by hand, with a clock of their own, on the shared table of keys. */
@SessionServiceTest
class SigningKeysTest {

    private static final Duration ROTATION = Duration.ofDays(30);
    private static final Duration PUBLISH_AHEAD = Duration.ofMinutes(10);
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final String SECRET = PeersTestResource.secret("another thirty-two bytes to test");
    private static final Duration SOON = Duration.ofMinutes(1);

    @Inject
    SigningKeyRepository repository;

    @Inject
    SessionPolicy policy;

    @Inject
    SigningKeys ofTheService;

    /** Never behind the service's own clock, which would find these keys old and replace them. */
    private final HandClock clock = new HandClock();

    private final List<KeysChanged> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void noKeysYet() {
        Statements.run("delete from signing_keys");
    }

    @AfterEach
    void theServiceHasItsOwnKeysAgain() {
        Statements.run("delete from signing_keys");
        Reactive.await(ofTheService::refresh);
    }

    @Test
    void theFirstKeySignsAtOnce() {
        SigningKeys keys = replica();

        refresh(keys);

        assertThat(keys.current().activeFrom()).isEqualTo(keys.current().createdAt());
        assertThat(published(keys)).containsExactly(keys.current().id());
    }

    @Test
    @DisplayName("R28 a new key is published before it signs")
    void aNewKeyIsPublishedBeforeItSigns() {
        SigningKeys keys = replica();
        refresh(keys);
        String first = keys.current().id();

        clock.pass(ROTATION.plus(SOON));
        refresh(keys);

        assertThat(published(keys)).hasSize(2);
        assertThat(keys.current().id()).isEqualTo(first);
        clock.pass(PUBLISH_AHEAD.plus(SOON));
        assertThat(keys.current().id())
                .isNotEqualTo(first)
                .isEqualTo(published(keys).get(0));
    }

    @Test
    @DisplayName("R28 a key stays published until the last token that it signed has ended")
    void aKeyStaysUntilItsLastTokenHasEnded() {
        SigningKeys keys = replica();
        refresh(keys);
        String first = keys.current().id();
        clock.pass(ROTATION.plus(SOON));
        refresh(keys);
        clock.pass(PUBLISH_AHEAD.minus(SOON));
        assertThat(keys.current().id()).isEqualTo(first);

        clock.pass(LIFETIME.minus(SOON));
        refresh(keys);

        assertThat(published(keys)).contains(first);
    }

    @Test
    @DisplayName("R28 a key whose last token has ended is gone")
    void aRetiredKeyIsGone() {
        SigningKeys keys = replica();
        refresh(keys);
        String first = keys.current().id();
        clock.pass(ROTATION.plus(SOON));
        refresh(keys);

        clock.pass(PUBLISH_AHEAD.plus(LIFETIME).plus(Duration.ofHours(2)));
        refresh(keys);

        assertThat(published(keys)).doesNotContain(first).isNotEmpty();
        assertThat(Statements.number("select count(*) from signing_keys where id = $1", first))
                .isZero();
    }

    @Test
    @DisplayName("R28 two replicas that start together make one key")
    void replicasThatStartTogetherMakeOneKey() {
        List<SigningKeys> replicas = List.of(replica(), replica(), replica(), replica());

        Race.of(4, i -> {
            refresh(replicas.get(i));
            return i;
        });

        assertThat(Statements.number("select count(*) from signing_keys")).isEqualTo(1);
        assertThat(replicas)
                .extracting(keys -> keys.current().id())
                .containsOnly(published(replicas.get(0)).get(0));
    }

    @Test
    @DisplayName("R28 while a key is made, which may take longer than a connection may be silent, none is held")
    void whileAKeyIsMadeNoConnectionIsHeld() {
        List<Long> transactions = new CopyOnWriteArrayList<>();
        SigningConfig config = new Config(SECRET);
        SigningKeyFactory watched = new SigningKeyFactory(new PrivateKeyCipher(config)) {
            @Override
            SigningKeyRow make(Instant now, Instant activeFrom) {
                transactions.add(Statements.number(
                        "select count(*) from pg_stat_activity where state like 'idle in transaction%'"));
                return super.make(now, activeFrom);
            }
        };
        SigningKeys keys = new SigningKeys(repository, watched, config, policy, clock, told::add);

        refresh(keys);

        assertThat(transactions).containsExactly(0L);
        assertThat(published(keys)).hasSize(1);
    }

    @Test
    void aReplicaTakesOverWhatAnotherMade() {
        SigningKeys one = replica();
        SigningKeys two = replica();
        refresh(one);

        refresh(two);

        assertThat(two.current().id()).isEqualTo(one.current().id());
        assertThat(told).hasSize(2);
    }

    @Test
    void readersAreToldOfChangesOnly() {
        SigningKeys keys = replica();
        refresh(keys);

        refresh(keys);

        assertThat(told).hasSize(1);
    }

    @Test
    void beforeTheFirstKeyNothingIsSigned() {
        SigningKeys keys = replica();

        assertThat(keys.jwks()).isEmpty();
        assertThatThrownBy(keys::current).hasMessageContaining("not available");
    }

    @Test
    void anotherEncryptionKeyIsRefusedNamingTheSetting() {
        refresh(replica());
        SigningKeys stranger = replica(PeersTestResource.secret("quite another thirty-two bytes.."));

        assertThatThrownBy(() -> refresh(stranger)).hasMessageContaining("muster.signing.key-encryption-key");
        assertThat(stranger.jwks()).isEmpty();
    }

    @Test
    @DisplayName("R28 in the running service tokens of the key before are accepted during a rotation")
    void theRunningServiceAcceptsTokensOfTheKeyBefore() {
        Reactive.await(ofTheService::refresh);
        String token = Person.pilot().signIn();
        Statements.run("update signing_keys set created_at = created_at - interval '31 days',"
                + " active_from = active_from - interval '31 days'");

        Reactive.await(ofTheService::refresh);

        assertThat(published(ofTheService)).hasSize(2);
        assertThat(Person.statusOf(token)).isEqualTo(200);
    }

    private SigningKeys replica() {
        return replica(SECRET);
    }

    private SigningKeys replica(String secret) {
        SigningConfig config = new Config(secret);
        SigningKeyFactory factory = new SigningKeyFactory(new PrivateKeyCipher(config));
        return new SigningKeys(repository, factory, config, policy, clock, told::add);
    }

    private static void refresh(SigningKeys keys) {
        Reactive.await(keys::refresh);
    }

    private static List<String> published(SigningKeys keys) {
        return new JsonObject(keys.jwks().orElseThrow())
                .getJsonArray("keys").stream()
                        .map(key -> ((JsonObject) key).getString("kid"))
                        .toList();
    }

    private record Config(String keyEncryptionKey) implements SigningConfig {

        @Override
        public Duration rotation() {
            return ROTATION;
        }

        @Override
        public Duration publishAhead() {
            return PUBLISH_AHEAD;
        }
    }
}
