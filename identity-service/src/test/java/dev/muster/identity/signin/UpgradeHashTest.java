package dev.muster.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.testkit.race.Race;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class UpgradeHashTest {

    private static final String BCRYPT = "$2b$10$FvGc3MxdvvH4sHwCp7L7P.En3VxOyYcCwYpIFW5jcyd9uRNIyFrbC";
    private static final String OURS = "$argon2id$v=19$m=7168,t=5,p=1$";

    @Inject
    People people;

    @ParameterizedTest
    @DisplayName("R13 a weaker or foreign hash verifies and is upgraded at that sign-in")
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=4096,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$L4GG97BxMlE+u3mgGDPLh1+u5UMvLCHQCTxwICszmDc",
                "$argon2i$m=4096,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$zmxhsYsYckygmoFvGshoQBeV2Aj+iNzhtJTWq4CNAbM",
                BCRYPT,
                "$pbkdf2-sha256$29000$wfj/H0PIWYvRek.JEUIIwQ$G51i.nD.AU1MTLgiNo0Bm0qKPFBCN5MD7ocU.6LW3dI",
                "$scrypt$ln=14,r=8,p=1$VaoV4hxjDMH4/1/LuRdCyA$fswjhgAEdofh4V7gMrFu/jYLc1rRPLkbn6bTd5qgdTE"
            })
    void aWeakerOrForeignHashIsUpgraded(String hash) {
        Person person = people.withHash(hash);

        assertThat(Verification.accepts(person, People.PASSWORD)).isTrue();

        assertThat(people.hashOf(person)).startsWith(OURS);
        assertThat(Verification.accepts(person, People.PASSWORD)).isTrue();
    }

    @Test
    void aGoodHashStays() {
        Person person = people.add();

        assertThat(Verification.accepts(person, People.PASSWORD)).isTrue();

        assertThat(people.hashOf(person)).isEqualTo(People.HASH);
    }

    @Test
    void aWrongPasswordUpgradesNothing() {
        Person person = people.withHash(BCRYPT);

        assertThat(Verification.accepts(person, "a wrong password altogether")).isFalse();

        assertThat(people.hashOf(person)).isEqualTo(BCRYPT);
    }

    @Test
    void somebodyWhoMayNotSignInIsNotUpgraded() {
        Person person = people.withHash(BCRYPT);
        people.set(person, "active = false");

        assertThat(Verification.accepts(person, People.PASSWORD)).isFalse();

        assertThat(people.hashOf(person)).isEqualTo(BCRYPT);
    }

    @Test
    @DisplayName("R13 a hash whose cost is out of bounds is matched by nothing")
    void aHashOutOfBoundsIsMatchedByNothing() {
        Person person = people.withHash("$2b$31$FvGc3MxdvvH4sHwCp7L7P.En3VxOyYcCwYpIFW5jcyd9uRNIyFrbC");

        assertThat(Verification.accepts(person, People.PASSWORD)).isFalse();
    }

    @Test
    void signInsAtTheSameTimeUpgradeOnceAndAllSucceed() {
        Person person = people.withHash(BCRYPT);

        List<Boolean> accepted = Race.of(4, i -> Verification.accepts(person, People.PASSWORD));

        assertThat(accepted).containsOnly(true);
        assertThat(people.hashOf(person)).startsWith(OURS);
    }
}
