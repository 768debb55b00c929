package dev.muster.identity.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketLinkTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void aLinkNamesAPersonAndASecret() {
        TicketSecret secret = TicketSecret.random(random);

        TicketLink link = TicketLink.of("100077", secret.text());

        assertThat(link.userId()).isEqualTo(new UserId(100_077));
        assertThat(link.secret()).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "0", "1.5", " 1", "99999999999999999999", "0x10"})
    @DisplayName("R16 what can name no ticket is answered like a ticket that is used up")
    void whatIsNoIdIsSpent(String userId) {
        assertThatThrownBy(() -> TicketLink.of(userId, "secret")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND);
            assertThat(e).hasMessage(TicketLink.spent().getMessage());
        });
    }

    @Test
    @DisplayName("R16 secrets fit into a path as they are, and no two are alike")
    void secretsFitIntoAPath() {
        Set<String> secrets = new HashSet<>();
        Stream.generate(() -> TicketSecret.random(random)).limit(1000).forEach(secret -> {
            assertThat(secret.text()).matches("[A-Za-z0-9_-]{43}");
            secrets.add(secret.text());
        });

        assertThat(secrets).hasSize(1000);
    }

    @Test
    @DisplayName("R31 neither a link nor an issued ticket prints its secret")
    void noSecretIsPrinted() {
        TicketSecret secret = TicketSecret.random(random);
        TicketLink link = TicketLink.of("100077", secret.text());

        assertThat(link.toString()).doesNotContain(secret.text());
        assertThat(String.valueOf(new IssuedTicket(secret, Duration.ofHours(1), Instant.EPOCH)))
                .doesNotContain(secret.text());
    }
}
