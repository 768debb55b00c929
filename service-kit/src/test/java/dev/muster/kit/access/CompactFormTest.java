package dev.muster.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"..", "AA.AA.AA", "e30.e30.AQ", "_-8.AA.AA"})
    void theOneSpellingIsAccepted(String token) {
        assertThat(CompactForm.isCanonical(token)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "...",
                "AA.AA",
                "AA==.AA.AA",
                "AB.AA.AA",
                "AA.AA.AB",
                "AAB.AA.AA",
                "A.AA.AA",
                "A A.AA.AA",
                "+/8.AA.AA",
                "AA.AA.AA\n",
                "AA.AA.AA=",
                "AA.AA.é"
            })
    @DisplayName("R27 other spellings of the same bytes")
    void otherSpellingsAreRefused(String token) {
        assertThat(CompactForm.isCanonical(token)).isFalse();
    }

    @Test
    void whatIsTooLongIsRefusedUnread() {
        assertThat(CompactForm.isCanonical("AA.AA." + "A".repeat(4090))).isTrue();
        assertThat(CompactForm.isCanonical("AA.AA." + "A".repeat(4091))).isFalse();
    }
}
