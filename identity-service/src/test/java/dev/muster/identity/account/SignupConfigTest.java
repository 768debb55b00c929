package dev.muster.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.account.SignupConfig.Mode;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The mode of sign-up is set as the operator's pages say. */
class SignupConfigTest {

    private static Mode mode(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withMapping(SignupConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(SignupConfig.class)
                .mode();
    }

    @Test
    void theEnvironmentSaysWhoMayMakeAccounts() {
        assertThat(mode(Map.of("MUSTER_SIGNUP", "open"))).isEqualTo(Mode.OPEN);
        assertThat(mode(Map.of("MUSTER_SIGNUP", "closed"))).isEqualTo(Mode.CLOSED);
        assertThat(mode(Map.of())).isEqualTo(Mode.INVITED);
    }
}
