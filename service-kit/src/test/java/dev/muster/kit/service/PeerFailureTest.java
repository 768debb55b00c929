package dev.muster.kit.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerFailureTest {

    @ParameterizedTest
    @CsvSource({"90, 90", "0, 1", "'', 1", "-5, 1", "99999999999999999999, 1", "'Wed, 21 Oct 2026 07:28:00 GMT', 1"})
    void tooManyAttemptsStaysThatHoweverTheWaitIsTold(String header, String seconds) {
        ProblemException failure = PeerFailure.of("peer", answer(429, header));

        assertThat(failure.problem()).isEqualTo(Problem.TOO_MANY_ATTEMPTS);
        assertThat(failure.headers()).containsEntry("Retry-After", seconds);
    }

    @Test
    void tooManyAttemptsWithoutAWaitAsksForASecond() {
        ProblemException failure = PeerFailure.of(
                "peer", new WebApplicationException(Response.status(429).build()));

        assertThat(failure.headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void everythingElseIsAPeerThatIsAway() {
        assertThat(PeerFailure.of("peer", answer(500, "5")).problem()).isEqualTo(Problem.SERVICE_UNAVAILABLE);
        assertThat(PeerFailure.of("peer", new IOException("away")).problem()).isEqualTo(Problem.SERVICE_UNAVAILABLE);
    }

    @Test
    @DisplayName("R38 which peer is away stands in the log and not in the answer")
    void whichPeerIsAwayIsForTheLog() {
        ProblemException failure = PeerFailure.of("peer", new IOException("away"));

        assertThat(failure).hasMessage("peer is not available");
        assertThat(failure.detail()).isEqualTo(Problem.SERVICE_UNAVAILABLE.title());
    }

    @Test
    void aKnownProblemStaysWhatItIs() {
        ProblemException known = new ProblemException(Problem.USER_NOT_FOUND);

        assertThat(PeerFailure.of("peer", known)).isSameAs(known);
    }

    private static WebApplicationException answer(int status, String retryAfter) {
        return new WebApplicationException(
                Response.status(status).header("Retry-After", retryAfter).build());
    }
}
