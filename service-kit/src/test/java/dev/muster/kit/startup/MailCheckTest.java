package dev.muster.kit.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R49 a mailer that sends nothing is refused")
class MailCheckTest {

    @Test
    void theMockIsRefused() {
        assertThat(new MailCheck(Settings.of(Map.of(MailCheck.MOCK, "true"))).unsafeSettings())
                .extracting(UnsafeSetting::key)
                .containsExactly(MailCheck.MOCK);
    }

    @Test
    void aServiceThatSendsMailOrHasNonePasses() {
        assertThat(new MailCheck(Settings.of(Map.of(MailCheck.MOCK, "false"))).unsafeSettings())
                .isEmpty();
        assertThat(new MailCheck(Settings.of(Map.of())).unsafeSettings()).isEmpty();
    }
}
