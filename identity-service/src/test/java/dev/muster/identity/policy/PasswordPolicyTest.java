package dev.muster.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.Password;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class PasswordPolicyTest {

    private static final PasswordOwner JOHN = owner(false);

    @Inject
    PasswordPolicy policy;

    private static PasswordOwner owner(boolean secondFactor) {
        return new PasswordOwner(
                EmailAddress.of("john.aviator@skyfarers.example"),
                List.of("Johannes", "Fitzgerald"),
                List.of("Acme Flight School"),
                secondFactor);
    }

    @ParameterizedTest
    @DisplayName("R10 any long, unusual password is taken, whatever it is composed of")
    @ValueSource(
            strings = {
                "fly-safe-every-day",
                "purple otters juggle lamps",
                "zjqkwvxnbmtrplg",
                "73918264509182736450",
                "Blåbærsyltetøy på brødskive",
                "Мы летим над облаками завтра",
                "雲の上を静かに飛ぶ小さな青い飛行機",
                "🛩🦆🌋🧭🪁🦑🎻🥨🛶🐙🪵🧊🎈🌵🦂"
            })
    void anyLongUnusualPasswordIsTaken(String password) {
        assertThat(judge(password, JOHN)).isEmpty();
    }

    @Test
    @DisplayName("R10 at least 15 characters")
    void fourteenCharactersAreTooFew() {
        assertThat(judge("zjqkwvxnbmtrpl", JOHN)).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo("too_short");
            assertThat(refusal.reason()).contains("15");
        });
    }

    @Test
    @DisplayName("R10 8 characters where there is a second factor")
    void eightCharactersAreEnoughBesideASecondFactor() {
        assertThat(judge("x9#kQ2!v", owner(true))).isEmpty();
        assertThat(judge("x9#kQ2!", owner(true))).map(Refusal::code).contains("too_short");
        assertThat(judge("password", owner(true))).map(Refusal::code).contains("common");
    }

    @Test
    @DisplayName("R10 characters are counted, not their bytes or units")
    void charactersAreCounted() {
        assertThat(judge("🛩🦆🌋🧭🪁🦑🎻🥨🛶🐙🪵🧊🎈🌵", JOHN))
                .map(Refusal::code)
                .contains("too_short");
    }

    @Test
    void halvesOfCharactersAreRefused() {
        assertThat(judge("\ud800 quick zebra lamp moss", JOHN))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("invalid_value"));
        assertThat(judge("🛩 quick zebra lamp moss", JOHN)).isEmpty();
    }

    @Test
    @DisplayName("R10 128 characters are taken, 129 refused and not cut")
    void moreThan128CharactersAreRefused() {
        String longest = "purple otters juggle lamps and ".repeat(5).substring(0, 128);

        assertThat(judge(longest, JOHN)).isEmpty();
        assertThat(judge(longest + "x", JOHN)).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo("too_long");
            assertThat(refusal.reason()).contains("128");
        });
    }

    @ParameterizedTest
    @DisplayName("R11 what many people have is refused")
    @ValueSource(
            strings = {
                "1q2w3e4r5t6y7u8i9o0p",
                "manchesterunited",
                "ManchesterUnited",
                "correct horse battery staple",
                "correcthorsebatterystaple",
                "thisismypassword",
                "the quick brown fox jumps over the lazy dog"
            })
    void whatManyPeopleHaveIsRefused(String password) {
        assertThat(judge(password, JOHN)).map(Refusal::code).contains("common");
    }

    @ParameterizedTest
    @DisplayName("R11 what is derived from the product, the organization, the e-mail or the name is refused")
    @CsvSource({
        "muster-muster-muster, product",
        "Muster2026Muster2026, product",
        "acmeflightschool1, organization",
        "Acme Flight School!, organization",
        "@cm3 fl1ght sch00l 42, organization",
        "john.aviator@skyfarers.example, e-mail",
        "skyfarers-2026-skyfarers, e-mail",
        "johnaviator12345, e-mail",
        "johannesfitzgerald1, name",
        "fitzgerald-1990-05, name"
    })
    void whatIsDerivedIsRefused(String password, String from) {
        assertThat(judge(password, JOHN)).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo("derived");
            assertThat(refusal.reason()).contains(from);
        });
    }

    @Test
    void aNameInAPasswordThatIsStrongWithoutItIsFine() {
        assertThat(judge("we muster eleven violet tigers", JOHN)).isEmpty();
        assertThat(judge("the school of hovering lampshades", JOHN)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("R11 what takes few guesses is refused")
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaa",
                "abcdefghijklmnopq",
                "hgfdsahgfdsahgfdsa",
                "xyzxyzxyzxyzxyzxyz",
                "winter2019winter2019"
            })
    void whatTakesFewGuessesIsRefused(String password) {
        assertThat(judge(password, JOHN)).map(Refusal::code).contains("guessable");
    }

    private Optional<Refusal> judge(String password, PasswordOwner owner) {
        return policy.judge(new Password(password), owner).await().atMost(Duration.ofSeconds(10));
    }
}
