package dev.muster.kit.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R49 guessable database passwords are refused")
class DatabasePasswordCheckTest {

    private static DatabasePasswordCheck check(String password) {
        return new DatabasePasswordCheck(Settings.of(
                Map.of(DatabasePasswordCheck.USERNAME, "muster_org", DatabasePasswordCheck.PASSWORD, password)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres",
                "Password",
                "changeme",
                "fifteen-letters",
                "aaaaaaaaaaaaaaaaaaaa",
                "muster_org_muster_org"
            })
    void aGuessablePasswordIsRefused(String password) {
        assertThat(check(password).unsafeSettings())
                .extracting(UnsafeSetting::key)
                .containsExactly(DatabasePasswordCheck.PASSWORD);
    }

    @Test
    void aGeneratedPasswordPasses() {
        assertThat(check("dPq3zR7uVbX1kWm9").unsafeSettings()).isEmpty();
    }

    @Test
    void aServiceWithoutAPasswordPasses() {
        assertThat(new DatabasePasswordCheck(Settings.of(Map.of())).unsafeSettings())
                .isEmpty();
    }
}
