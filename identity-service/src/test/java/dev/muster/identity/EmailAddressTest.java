package dev.muster.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @DisplayName("R08 spellings of one address have one key")
    @CsvSource({
        "Pilot@Example.COM, pilot@example.com",
        "' pilot@example.com ', pilot@example.com",
        "pilot@bücher.example, pilot@xn--bcher-kva.example",
        "pilot@BÜCHER.example, pilot@xn--bcher-kva.example",
        "jose\u0301@example.com, jos\u00e9@example.com",
        "first.last+tag@example.com, first.last+tag@example.com"
    })
    void spellingsOfOneAddressHaveOneKey(String typed, String key) {
        EmailAddress address = EmailAddress.of(typed);

        assertThat(address.key()).isEqualTo(key);
        assertThat(address.isWellFormed()).isTrue();
    }

    @Test
    @DisplayName("R08 the key is not by the rules of the machine's language")
    void theKeyDoesNotDependOnTheMachinesLanguage() {
        assertThat(EmailAddress.of("IRIS@EXAMPLE.COM").key()).isEqualTo("iris@example.com");
    }

    @Test
    void theTextStaysAsItWasTyped() {
        assertThat(EmailAddress.of(" Pilot@Example.COM ").text()).isEqualTo("Pilot@Example.COM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pilot",
                "@example.com",
                "pilot@",
                "pilot@example",
                "pilot@example.123",
                "pi lot@example.com",
                "pilot@exam ple.com",
                "pilot@-.example..com",
                "a@b@example.com",
                ".pilot@example.com",
                "pilot.@example.com",
                "pi..lot@example.com",
                "pilot@example.com\r\nBcc: all@example.com",
                "<pilot@example.com>",
                "pilot@[192.0.2.1]"
            })
    void whatMailCannotBeSentToIsNotWellFormed(String typed) {
        assertThat(EmailAddress.of(typed).isWellFormed()).isFalse();
    }

    @Test
    void anAddressBeyondTheLimitsOfMailIsNotWellFormed() {
        assertThat(EmailAddress.of("a".repeat(64) + "@example.com").isWellFormed())
                .isTrue();
        assertThat(EmailAddress.of("a".repeat(65) + "@example.com").isWellFormed())
                .isFalse();
        assertThat(EmailAddress.of("a@" + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(63) + "."
                                + "e".repeat(63) + ".com")
                        .isWellFormed())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ü", "\u0301\u0323", "a.", "x"})
    void textOfAnyLengthHasAKeyAtOnce(String part) {
        String typed = "a@a" + part.repeat(32_000 / part.length());

        EmailAddress address = assertTimeoutPreemptively(Duration.ofSeconds(1), () -> EmailAddress.of(typed));

        assertThat(address.isWellFormed()).isFalse();
        assertThat(address.isSameAs(EmailAddress.of(typed))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 250, 300, 900})
    void aDomainOfTooManyLettersIsNotWellFormed(int letters) {
        assertThat(EmailAddress.of("a@" + "ü".repeat(letters) + ".test").isWellFormed())
                .isFalse();
    }

    @Test
    void whatCannotBeStoredIsNotWellFormed() {
        assertThat(EmailAddress.of("pi\0lot@example.com").isWellFormed()).isFalse();
        assertThat(EmailAddress.of("pi\uFFFDlot@example.com").isWellFormed()).isFalse();
    }

    @Test
    void whatTurnsTextAroundIsNotWellFormedButJoinersAre() {
        assertThat(EmailAddress.of("pi\u202Elot@example.com").isWellFormed()).isFalse();
        assertThat(EmailAddress.of("pi\u00ADlot@example.com").isWellFormed()).isFalse();
        assertThat(EmailAddress.of("pi\u200Blot@example.com").isWellFormed()).isFalse();
        assertThat(EmailAddress.of("\u0646\u0627\u0645\u0647\u200C\u0627\u06CC@example.com")
                        .isWellFormed())
                .isTrue();
    }

    @Test
    void anAddressHasTwoParts() {
        EmailAddress address = EmailAddress.of("Jane@bücher.example");

        assertThat(address.localPart()).isEqualTo("jane");
        assertThat(address.domain()).isEqualTo("xn--bcher-kva.example");
        assertThat(EmailAddress.of("nobody").localPart()).isEqualTo("nobody");
        assertThat(EmailAddress.of("nobody").domain()).isEmpty();
    }

    @Test
    void addressesAreTheSameByTheirKeys() {
        assertThat(EmailAddress.of("A@example.com").isSameAs(EmailAddress.of("a@EXAMPLE.com")))
                .isTrue();
        assertThat(EmailAddress.of("a@example.com").isSameAs(EmailAddress.of("b@example.com")))
                .isFalse();
    }
}
